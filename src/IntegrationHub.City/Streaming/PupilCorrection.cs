using IntegrationHub.City.Planning;

namespace IntegrationHub.City.Streaming;

/// <summary>A correction, and the enrolment whose school makes it.</summary>
internal readonly record struct PupilCorrection(CityEnrolment Enrolment, int Session, int Day)
{
    /// <summary>The corrections of a class by the school day on which they are made.</summary>
    public static ILookup<int, PupilCorrection> ByDay(CityClass one) => one.Members
        .SelectMany(enrolment => enrolment.Pupil.Corrections
            .Where(correction => enrolment.IsInRegister(correction.Session / 2) && enrolment.IsDueHere(correction.Session / 2))
            .Select(correction => new PupilCorrection(enrolment, correction.Session, correction.Day)))
        .ToLookup(correction => correction.Day);
}
