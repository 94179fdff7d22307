namespace IntegrationHub.Server.Exports;

/// <summary>A child of an export's rows. It has no name.</summary>
internal sealed record ExportedPupil
{
    public required long PupilId { get; init; }

    /// <summary>In ASCII. Empty where the export is identified.</summary>
    public required byte[] Pseudonym { get; init; }

    /// <summary>Null: not known in pseudonymised exports, or not needed.</summary>
    public string? Upn { get; init; }

    public required DateOnly DateOfBirth { get; init; }

    /// <summary>In years, on 31 August of the academic year that the window ends in.</summary>
    public required int Age { get; init; }
}
