namespace IntegrationHub.Cli.Import;

/// <summary>The columns of one kind of file. docs/import-formats.md and the help pages show them.</summary>
/// <param name="Title">What the file holds, for example "Rolls".</param>
internal sealed record CsvLayout(string Title, params IReadOnlyList<CsvColumn> Columns);

/// <summary>One column.</summary>
/// <param name="Name">As in the header, in any case.</param>
/// <param name="Needed">Whether the file must have the column and each row a value in it.</param>
/// <param name="Form">What its values look like, as a sentence.</param>
/// <param name="Example">A value.</param>
internal sealed record CsvColumn(string Name, bool Needed, string Form, string Example)
{
    /// <summary>Whether a row may leave a needed column empty, because empty says something too.</summary>
    public bool MayBeEmpty { get; init; }

    public static CsvColumn Of(string name, string form, string example) => new(name, false, form, example);

    public static CsvColumn NeededOf(string name, string form, string example) => new(name, true, form, example);
}

/// <summary>A command that takes files, and says so in its help.</summary>
internal interface IHasLayouts
{
    IReadOnlyList<CsvLayout> Layouts { get; }
}
