namespace IntegrationHub.Storage.PostgreSql;

/// <summary>The numbers of the hub's advisory locks. Those of one number and those of two are apart.</summary>
internal static class AdvisoryLocks
{
    /// <summary>Held by whoever writes to the journal, or anything that follows from it but strips, until the commit.</summary>
    public const long Write = 0x48_55_42_01;

    /// <summary>Held by the hub that serves the database, as long as it does.</summary>
    public const long Serve = 0x48_55_42_02;

    private const int Fold = 0x46 << 16;

    /// <summary>The first of the two numbers under which an authority's schools are claimed; the second is the school's.</summary>
    /// <param name="authority">Three digits.</param>
    public static int FoldOf(string authority) => Fold | int.Parse(authority, System.Globalization.CultureInfo.InvariantCulture);
}
