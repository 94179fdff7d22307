using System.Collections.Immutable;
using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Published;

/// <summary>One row of a published file: one area, one period, one phase.</summary>
public sealed record PublishedRow
{
    /// <summary>The phase of the row that is of all phases together.</summary>
    public const string TotalPhase = "Total";

    /// <summary>"Local authority", "Regional" or "National".</summary>
    public required string Level { get; init; }

    /// <summary>The authority's three digits (old_la_code). Empty for a region and for the nation.</summary>
    public required string LaCode { get; init; }

    /// <summary>The area's name.</summary>
    public required string AreaName { get; init; }

    /// <summary>The time it is of; null where the file says it in a way not known here.</summary>
    public required PublishedPeriod? Period { get; init; }

    /// <summary>"Primary", "Secondary", "Special" or "Total".</summary>
    public required string Phase { get; init; }

    /// <summary>How many schools the row rests on; in rows of more than a day a mean, which need not be whole. Null: not shown.</summary>
    public required decimal? Schools { get; init; }

    /// <summary>True where no figures are shown, because they would tell of a single school. There are no sessions then.</summary>
    public required bool IsSuppressed { get; init; }

    /// <summary>
    /// Sessions by code. F, where the file has no column for it, is what the other codes leave of the authorised absences.
    /// </summary>
    public required CodeCounts Sessions { get; init; }

    /// <summary>The file's columns.</summary>
    public required ImmutableArray<PublishedColumn> Columns { get; init; }

    /// <summary>What the row has in each column, as written.</summary>
    public required ImmutableArray<string> Cells { get; init; }

    /// <summary>True for the row of the whole of England.</summary>
    public bool IsNational => Level == "National";

    /// <summary>What a column holds, as written; empty where the file has no such column.</summary>
    public string this[string column]
    {
        get
        {
            for (int place = 0; place < Columns.Length; place++)
            {
                if (Columns[place].Name == column)
                    return Cells[place];
            }

            return "";
        }
    }
}
