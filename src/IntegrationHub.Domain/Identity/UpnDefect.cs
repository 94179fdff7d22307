namespace IntegrationHub.Domain.Identity;

/// <summary>What is wrong with a text that should be a <see cref="Upn"/>.</summary>
public enum UpnDefect
{
    /// <summary>Nothing: thirteen characters in shape, with the right check letter.</summary>
    None = 0,

    /// <summary>No text.</summary>
    Missing,

    /// <summary>UN1 to UN7, the reasons social care returns give for not knowing a UPN. Shared by many children.</summary>
    Placeholder,

    /// <summary>Not the shape of a UPN.</summary>
    Malformed,

    /// <summary>The shape of a UPN, and the check letter of another: most often one digit mistyped.</summary>
    WrongCheckLetter,
}
