using IntegrationHub.City.Planning;

namespace IntegrationHub.City.Marks;

/// <summary>Paints each child's term, session by session, as the child's role asks.</summary>
internal static class MarkPainter
{
    public static void Paint(IReadOnlyList<CityPupil> pupils, CityOptions options)
    {
        SchoolEvents events = new(options.Seed);
        foreach (CityPupil pupil in pupils)
        {
            CityRandom random = new(options.Seed, CityStream.Marks, pupil.Index);
            pupil.Strip = Paint(pupil, events, ref random);
            pupil.Corrections = NoReasonYet.Mark(pupil, ref random);
        }
    }

    private static byte[] Paint(CityPupil pupil, SchoolEvents events, ref CityRandom random)
    {
        int first = 2 * pupil.Enrolments.Min(enrolment => enrolment.FirstDay);
        int end = 2 * (pupil.Enrolments.Max(enrolment => enrolment.LastDay) + 1);
        byte[] strip = new byte[CityTerm.Sessions];
        for (int session = first; session < end; session++)
            strip[session] = Codes.Present(session);

        Span<byte> term = strip.AsSpan(first..end);
        int half = term.Length / 2;
        switch (pupil.Role)
        {
            case CityRole.Ordinary:
            case CityRole.NoMarks:
                // A child judged on the fewest sessions there may be must not lose one of them to isolation.
                if (pupil.Shape != EnrolmentShape.LateButJudged)
                    OrdinaryTerm.Paint(term, pupil, ref random);
                if (pupil.Shape == EnrolmentShape.Whole)
                    events.Paint(strip, pupil);
                OrdinaryTerm.KeepAboveHalf(term);
                break;
            case CityRole.JustAboveHalf:
                AbsentTerm.Paint(term, random.Between(half + 1, term.Length * 55 / 100), ref random);
                break;
            case CityRole.ExactlyHalf:
                AbsentTerm.Paint(term, half, ref random);
                break;
            case CityRole.JustBelowHalf:
                AbsentTerm.Paint(term, half - 1, ref random);
                break;
            case CityRole.NeverInSchool:
                AbsentTerm.Paint(term, 0, ref random);
                break;
            case CityRole.Chronic:
            case CityRole.BelowHalfTooYoung:
            default:
                AbsentTerm.Paint(term, Math.Min(half - 1, random.Between(1, Math.Max(1, half - 2))), ref random);
                break;
        }

        return strip;
    }
}
