using System.Text.Encodings.Web;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using IntegrationHub.Contracts.Type.V1;

namespace IntegrationHub.Cli.Output;

/// <summary>
/// A message of the contract as JSON for scripts and spreadsheets: names in snake_case as in the contract, in its order; numbers as
/// numbers, dates as "2025-09-12", instants in UTC, enumerations without their prefix; what is absent as null.
/// </summary>
/// <remarks>Protobuf's own JSON writes 64-bit numbers as text and dates as three fields, which every reader would have to undo.</remarks>
internal static class PlainJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, IMessage message)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
            WriteMessage(writer, message);
        output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }

    private static void WriteMessage(Utf8JsonWriter writer, IMessage message)
    {
        switch (message)
        {
            case Date date:
                writer.WriteStringValue(date.ToText());
                return;
            case Timestamp time:
                writer.WriteStringValue(time.ToDateTime());
                return;
        }
        writer.WriteStartObject();
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            writer.WritePropertyName(field.Name);
            WriteField(writer, message, field);
        }
        writer.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter writer, IMessage message, FieldDescriptor field)
    {
        var value = field.Accessor.GetValue(message);
        if (field.IsMap)
        {
            WriteMap(writer, (System.Collections.IDictionary)value, field.MessageType.FindFieldByName("value"));
        }
        else if (field.IsRepeated)
        {
            writer.WriteStartArray();
            foreach (var item in (System.Collections.IList)value)
                WriteValue(writer, item, field);
            writer.WriteEndArray();
        }
        else if (field.HasPresence && !field.Accessor.HasValue(message))
        {
            writer.WriteNullValue();
        }
        else
        {
            WriteValue(writer, value, field);
        }
    }

    private static void WriteMap(Utf8JsonWriter writer, System.Collections.IDictionary map, FieldDescriptor valueField)
    {
        writer.WriteStartObject();
        foreach (var key in map.Keys.Cast<object>().OrderBy(x => x.ToString(), StringComparer.Ordinal))
        {
            writer.WritePropertyName(key.ToString()!);
            WriteValue(writer, map[key]!, valueField);
        }
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value, FieldDescriptor field)
    {
        switch (value)
        {
            case IMessage message:
                WriteMessage(writer, message);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case System.Enum choice:
                writer.WriteStringValue(NameOf(Convert.ToInt32(choice, System.Globalization.CultureInfo.InvariantCulture), field.EnumType));
                break;
            default:
                writer.WriteStringValue(value?.ToString());
                break;
        }
    }

    /// <summary>NO_LEAD for FLAG_KIND_NO_LEAD; a value that is newer than this program as its number.</summary>
    public static string NameOf(int number, EnumDescriptor type)
    {
        if (type.FindValueByNumber(number) is not { } value)
            return number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var prefix = type.FindValueByNumber(0).Name[..^"UNSPECIFIED".Length];
        return value.Name[prefix.Length..];
    }
}
