using IntegrationHub.City.Planning;

namespace IntegrationHub.City.Marks;

/// <summary>Decides which absences were first marked N, because nobody had said why, and when the school learnt.</summary>
/// <remarks>
/// The regulations give a school five school days. What the last days of term leave open stays N: it is unauthorised and counts as an absence all the
/// same. Both ways the child is absent, so no figure of the city hangs on it.
/// </remarks>
internal static class NoReasonYet
{
    private const double OfWithoutReason = 0.12;
    private const double OfIllness = 0.04;

    public static CityCorrection[] Mark(CityPupil pupil, ref CityRandom random)
    {
        List<CityCorrection> corrections = [];
        for (int session = 0; session < pupil.Strip.Length; session++)
        {
            byte code = pupil.Strip[session];
            double share = code == Codes.AbsentWithoutReason ? OfWithoutReason : code == Codes.Ill ? OfIllness : 0;
            if (share == 0 || !random.Chance(share))
                continue;

            int day = (session / 2) + random.Between(1, 5);
            if (day < CityTerm.Days.Length)
                corrections.Add(new CityCorrection(session, day));
            else
                pupil.Strip[session] = Codes.NoReasonYet;
        }

        return [.. corrections];
    }
}
