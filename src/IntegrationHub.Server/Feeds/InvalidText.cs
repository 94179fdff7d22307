using System.Buffers;
using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace IntegrationHub.Server.Feeds;

/// <summary>
/// Finds U+FFFD, which is what the protobuf runtime makes of bytes that are not UTF-8: a damaged name must not look like a name. And U+0000,
/// which is in no name and which PostgreSQL cannot keep.
/// </summary>
internal static class InvalidText
{
    private static readonly SearchValues<char> Invalid = SearchValues.Create('\uFFFD', '\0');

    private static ReadOnlySpan<byte> ReplacementBytes => "\uFFFD"u8;

    /// <summary>The path of the first field with one of these characters, or null.</summary>
    /// <param name="payload">The message's bytes. Only where they hold a character's own does it pay to look at each field; by
    /// chance they also stand in numbers.</param>
    public static string? FieldWith(IMessage message, ReadOnlySpan<byte> payload) =>
        payload.IndexOf((byte)0) < 0 && payload.IndexOf(ReplacementBytes) < 0 ? null : FieldWith(message);

    private static string? FieldWith(IMessage message)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.HasPresence && !field.Accessor.HasValue(message))
                continue;
            var value = field.Accessor.GetValue(message);
            var found = field switch
            {
                { IsMap: true } => null,
                { IsRepeated: true } => InList(field, (IList)value),
                _ => InValue(value) is { } path ? Join(field.Name, path) : null,
            };
            if (found is not null)
                return found;
        }
        return null;
    }

    private static string? InList(FieldDescriptor field, IList values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (InValue(values[i]) is { } path)
                return Join($"{field.Name}[{i}]", path);
        }
        return null;
    }

    private static string? InValue(object? value) => value switch
    {
        string text when text.AsSpan().ContainsAny(Invalid) => "",
        IMessage message => FieldWith(message),
        _ => null,
    };

    private static string Join(string field, string path) => path.Length == 0 ? field : $"{field}.{path}";
}
