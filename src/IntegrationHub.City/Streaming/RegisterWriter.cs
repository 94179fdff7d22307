using System.Globalization;
using IntegrationHub.City.Planning;
using IntegrationHub.Contracts.Registers.V1;

namespace IntegrationHub.City.Streaming;

/// <summary>Writes a shard's registers: school after school, session after session, class after class, with corrections on the day they were made.</summary>
internal sealed class RegisterWriter(CityIds ids, int seed, CityShard shard)
{
    // One register in so many is sent a second time, whole, on the next day.
    private const int ResendOneIn = 400;

    /// <summary>Counts submissions and marks without writing them.</summary>
    public (int Submissions, long Marks) Measure()
    {
        int submissions = 0;
        long marks = 0;
        foreach (RegisterSlip slip in Slips())
        {
            submissions++;
            marks += slip.Marks;
        }

        return (submissions, marks);
    }

    /// <summary>The registers after the first <paramref name="skip"/>. Those are counted off, not written.</summary>
    public IEnumerable<RegisterSubmission> From(long skip) => Slips().Skip((int)skip).Select(Write);

    private IEnumerable<RegisterSlip> Slips()
    {
        foreach (CitySchool school in shard.Schools)
        {
            CityRandom resends = new(seed, CityStream.Resends, school.Index);
            List<RegisterSlip> again = [];
            Dictionary<CityClass, ILookup<int, PupilCorrection>> corrections = school.Classes.ToDictionary(one => one, PupilCorrection.ByDay);
            for (int day = 0; day < CityTerm.Days.Length; day++)
            {
                foreach (RegisterSlip slip in again)
                    yield return slip;
                again.Clear();

                for (int session = 2 * day; session < (2 * day) + 2; session++)
                {
                    foreach (RegisterSlip slip in RegistersOf(school, session))
                    {
                        if (resends.NextInt(ResendOneIn) == 0)
                            again.Add(slip with { Round = 1 });
                        yield return slip;
                    }
                }

                foreach (RegisterSlip slip in school.Classes.SelectMany(one => CorrectionsOf(one, corrections[one], day)))
                    yield return slip;
            }
        }
    }

    private static IEnumerable<RegisterSlip> RegistersOf(CitySchool school, int session)
    {
        foreach (CityClass one in school.Classes)
        {
            int marks = one.Members.Count(member => member.IsInRegister(session / 2));
            if (marks > 0)
                yield return new RegisterSlip(one, session, 0, marks, null);
        }
    }

    // A day's corrections of one session of one class travel together.
    private static IEnumerable<RegisterSlip> CorrectionsOf(CityClass one, ILookup<int, PupilCorrection> byDay, int day) =>
        byDay[day]
            .GroupBy(correction => correction.Session)
            .OrderBy(session => session.Key)
            .Select(session => new RegisterSlip(one, session.Key, 2, session.Count(), [.. session]));

    private RegisterSubmission Write(RegisterSlip slip)
    {
        int day = slip.Session / 2;
        bool morning = (slip.Session & 1) == 0;
        RegisterSubmission register = new()
        {
            SubmissionId = ids.Of(string.Create(
                CultureInfo.InvariantCulture, $"register|{slip.Class.School.Urn}|{slip.Class.Name}|{slip.Session}|{slip.Round}|{slip.Corrections?[0].Day}")),
            SchoolUrn = slip.Class.School.Urn.ToString(),
            SessionDate = CityTerm.Days[day].ToContract(),
            Session = morning ? SchoolSession.Am : SchoolSession.Pm,
            RegisterGroup = slip.Class.Name,
        };
        MarkWriter.Write(register, slip);
        return register;
    }
}
