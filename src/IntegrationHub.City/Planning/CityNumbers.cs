namespace IntegrationHub.City.Planning;

/// <summary>The ranges that the city's invented numbers come from.</summary>
internal static class CityNumbers
{
    /// <summary>Portsmouth, as the Department for Education numbers authorities.</summary>
    public const int Authority = 851;

    /// <summary>Where the children live who come to the city's schools from outside: Hampshire.</summary>
    public const string OtherAuthority = "850";

    /// <summary>No school has a URN from here up.</summary>
    public const int FirstUrn = 990_001;

    /// <summary>No school of the authority has an establishment number from here up.</summary>
    public const int FirstEstablishment = 9_001;
}
