using System.Collections.Immutable;

namespace IntegrationHub.City.Names;

/// <summary>Names for invented schools. None is the name of a school in Portsmouth.</summary>
internal static class SchoolNames
{
    private static readonly ImmutableArray<string> First =
    [
        "Avocet", "Bittern", "Curlew", "Dunlin", "Egret", "Fulmar", "Gannet", "Heron", "Ibis", "Jackdaw", "Kittiwake", "Lapwing", "Mallard", "Nightjar",
        "Osprey", "Plover", "Quail", "Redshank", "Siskin", "Turnstone", "Umber", "Vireo", "Whimbrel", "Yarrow", "Zinnia", "Alder", "Bryony", "Campion",
        "Dogwood", "Elder", "Fennel", "Gorse", "Hawthorn", "Iris", "Juniper", "Kestrel", "Linnet", "Mallow", "Nettle", "Orache", "Pipit", "Quince", "Rowan",
        "Sorrel", "Tansy", "Vetch", "Willowherb", "Wagtail", "Chervil", "Saffron",
    ];

    private static readonly ImmutableArray<string> Second =
    [
        "Lane", "Hill", "Field", "Row", "Wharf", "Common", "Meadow", "Walk", "Green", "Rise", "Quay", "Croft", "Hollow", "Gate", "Mead", "Reach", "Bank", "View", "Wood",
    ];

    private static readonly ImmutableArray<string> SpecialFirst = ["Sandpiper", "Teasel", "Larkspur", "Samphire", "Marram", "Cowslip", "Wheatear", "Thrift"];

    public static string Primary(int number) => $"{Place(number)} Primary School";

    public static string Secondary(int number) => $"{Place((First.Length * Second.Length) - 1 - number)} Academy";

    public static string Special(int number) => number < SpecialFirst.Length
        ? $"{SpecialFirst[number]} School"
        : $"{SpecialFirst[number % SpecialFirst.Length]} {Second[number / SpecialFirst.Length % Second.Length]} School";

    // Each first word comes round once before a second word repeats with it.
    private static string Place(int number) => $"{First[number % First.Length]} {Second[(number + (number / First.Length)) % Second.Length]}";
}
