namespace IntegrationHub.City.Planning;

/// <summary>Children in a drawn order, from which each is taken at most once.</summary>
internal sealed class PupilPool
{
    private readonly List<CityPupil> _pupils;

    public PupilPool(IEnumerable<CityPupil> pupils, ref CityRandom random)
    {
        _pupils = [.. pupils];
        random.Shuffle(_pupils);
    }

    /// <summary>Takes the next child that will do, or null when none is left.</summary>
    public CityPupil? TryTake(Predicate<CityPupil> willDo)
    {
        int index = _pupils.FindLastIndex(willDo);
        if (index < 0)
            return null;

        CityPupil taken = _pupils[index];
        _pupils.RemoveAt(index);
        return taken;
    }

    /// <summary>Takes a number of children that will do; fewer only when there are no more.</summary>
    public List<CityPupil> Take(int number, Predicate<CityPupil> willDo)
    {
        List<CityPupil> taken = [];
        while (taken.Count < number && TryTake(willDo) is { } pupil)
            taken.Add(pupil);
        return taken;
    }
}
