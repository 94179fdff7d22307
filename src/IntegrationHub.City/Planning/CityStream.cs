namespace IntegrationHub.City.Planning;

/// <summary>What a stream of random numbers is for. Appended to, never reordered: the numbers are part of every city.</summary>
internal enum CityStream
{
    Targets = 0,
    Schools,
    Person,
    Roles,
    Marks,
    Classes,
    Cases,
    Workers,
    Resends,
    SchoolDays,
}
