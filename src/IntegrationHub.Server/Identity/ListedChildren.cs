namespace IntegrationHub.Server.Identity;

/// <summary>Lets children onto one school's list, and counts those who must be protected instead.</summary>
internal sealed class ListedChildren(IReadOnlySet<long> restricted)
{
    private readonly HashSet<long> _leftOut = [];

    /// <summary>Children left out so far, each once.</summary>
    public int LeftOut => _leftOut.Count;

    /// <returns>False: the child must be protected, and is counted.</returns>
    public bool MayList(long pupilId)
    {
        if (!restricted.Contains(pupilId))
            return true;
        _leftOut.Add(pupilId);
        return false;
    }
}
