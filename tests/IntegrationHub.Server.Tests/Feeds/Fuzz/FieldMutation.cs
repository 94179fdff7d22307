using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using IntegrationHub.Contracts.Type.V1;

namespace IntegrationHub.Server.Tests.Feeds.Fuzz;

/// <summary>Puts a value into one field of a message, or of a message in it, that a program might send and nobody means.</summary>
internal static class FieldMutation
{
    private const int ManyItems = 60;

    private static readonly string[] Texts =
    [
        "", " ", "\0", "p1\0", "p1\0p2", "\uFFFD", "p\uFFFD", "\U0001F600", "\u202Ep1", "９００００１", "-1", "0", "999999999999999999999",
        "'; drop table journal; --", "%s%n", "../../etc", "{}", "null", "\r\n", new('x', 100), new('x', 201), new('9', 20_000), new('\u00E9', 500),
        "00000000-0000-0000-0000-000000000000", "{9c1f9e7e-0a2b-4b9c-8a1e-1f0b3a3e1d11}", "L", "/", "C1", "p1", "900001", "8512001",
    ];

    private static readonly long[] Numbers = [0, -1, 1, 2, 13, 14, 99, 481, 9_999, 1_000_000, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue];

    private static readonly Date[] Dates =
    [
        new(), new() { Year = 9999, Month = 99, Day = 99 }, new() { Year = 9999, Month = 12, Day = 31 }, new() { Year = 1, Month = 1, Day = 1 },
        new() { Year = 1, Month = 7, Day = 31 }, new() { Year = 2021, Month = 2, Day = 29 }, new() { Year = -1, Month = -1, Day = -1 },
        new() { Year = 1990, Month = 1, Day = 1 }, new() { Year = 2000, Month = 2, Day = 29 }, new() { Year = int.MaxValue, Month = 1, Day = 1 },
    ];

    private static readonly Timestamp[] Times =
    [
        new(), new() { Seconds = long.MaxValue }, new() { Seconds = long.MinValue }, new() { Seconds = 253_402_300_799, Nanos = 999_999_999 },
        new() { Seconds = -62_135_596_800 }, new() { Seconds = 1, Nanos = -1 }, new() { Seconds = 1, Nanos = int.MaxValue },
    ];

    public static void Apply(IMessage message, Random chance)
    {
        var fields = Fields(message).ToList();
        var (owner, field) = fields[chance.Next(fields.Count)];
        if (field.IsRepeated)
            MutateList((IList)field.Accessor.GetValue(owner), chance);
        else if (chance.Next(8) == 0)
            field.Accessor.Clear(owner);
        else
            field.Accessor.SetValue(owner, ValueOf(field, chance));
    }

    private static IEnumerable<(IMessage Owner, FieldDescriptor Field)> Fields(IMessage message)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            yield return (message, field);
            if (field.HasPresence && !field.Accessor.HasValue(message))
                continue;
            var value = field.Accessor.GetValue(message);
            var inner = field.IsRepeated ? ((IList)value).OfType<IMessage>() : value is IMessage one ? [one] : [];
            foreach (var found in inner.SelectMany(Fields))
                yield return found;
        }
    }

    private static void MutateList(IList list, Random chance)
    {
        if (list.Count == 0)
            return;
        var item = list[chance.Next(list.Count)];
        switch (chance.Next(4))
        {
            case 0:
                list.Clear();
                break;
            case 1:
                list.RemoveAt(chance.Next(list.Count));
                break;
            case 2:
                list.Add(Copy(item));
                break;
            default:
                for (var i = 0; i < ManyItems; i++)
                    list.Add(Copy(item));
                break;
        }
    }

    private static object? Copy(object? item) => item is IMessage message ? message.Descriptor.Parser.ParseFrom(message.ToByteArray()) : item;

    private static object ValueOf(FieldDescriptor field, Random chance) => field.FieldType switch
    {
        FieldType.String => Texts[chance.Next(Texts.Length)],
        FieldType.Int32 or FieldType.Enum => unchecked((int)Numbers[chance.Next(Numbers.Length)]),
        FieldType.Int64 => Numbers[chance.Next(Numbers.Length)],
        FieldType.Bool => chance.Next(2) == 0,
        FieldType.Message when field.MessageType == Date.Descriptor => Dates[chance.Next(Dates.Length)].Clone(),
        FieldType.Message when field.MessageType == Timestamp.Descriptor => Times[chance.Next(Times.Length)].Clone(),
        FieldType.Message => field.MessageType.Parser.ParseFrom([]),
        _ => throw new NotSupportedException($"No values for {field.FullName}."),
    };
}
