using Google.Protobuf.WellKnownTypes;
using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Contracts.Type.V1;
using Upn = IntegrationHub.Domain.Identity.Upn;

namespace IntegrationHub.Server.Tests.Feeds.Fuzz;

/// <summary>Messages in good order of a school with six pupils, for mutations to begin at.</summary>
internal static class FuzzSamples
{
    public const int Pupils = 6;
    public const string Urn = "900001";
    public const string Laestab = "8512001";
    public const string Source = "social-care";

    public static readonly DateOnly Monday = new(2021, 9, 13);
    private static readonly string[] Codes = ["/", "L", "O", "I", "C1", "-", "X"];

    public static string Id(Random chance)
    {
        Span<byte> bytes = stackalloc byte[16];
        chance.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    public static string UpnOf(int pupil) => Upn.Create(851, 2001, 17, pupil).Value;

    public static RegisterSubmission Register(Random chance)
    {
        var register = new RegisterSubmission
        {
            SubmissionId = Id(chance),
            SchoolUrn = Urn,
            SessionDate = ToDate(Monday.AddDays(chance.Next(5))),
            Session = (SchoolSession)chance.Next(1, 3),
            RegisterGroup = "4B",
        };
        for (var i = 0; i < Pupils; i++)
        {
            var mark = new RegisterMark { Code = Codes[chance.Next(Codes.Length)], SourceCode = "s", MinutesLate = 5, Withdrawn = chance.Next(9) == 0 };
            if (chance.Next(2) == 0)
                mark.Upn = UpnOf(i);
            else
                mark.MisPupilId = $"p{i}";
            if (chance.Next(2) == 0)
                mark.RecordTime = Timestamp.FromDateTime(Monday.ToDateTime(new(9, chance.Next(60)), DateTimeKind.Utc));
            if (chance.Next(4) == 0)
                mark.Amendment = new() { OriginalCode = "N", Reason = "known", AmendedBy = "office", AmendTime = mark.RecordTime?.Clone() };
            register.Marks.Add(mark);
        }
        return register;
    }

    public static RollSubmission Roll(Random chance)
    {
        var roll = new RollSubmission { SubmissionId = Id(chance), SchoolUrn = Urn, Records = new() };
        for (var i = 0; i < Pupils; i++)
            roll.Records.Records.Add(RollRecord(i));
        return roll;
    }

    public static CaseSubmission Cases(Random chance)
    {
        var date = ToDate(Monday);
        return new CaseSubmission
        {
            SubmissionId = Id(chance),
            SourceId = Source,
            Records = new()
            {
                Records =
                {
                    new CaseRecord
                    {
                        Child = new()
                        {
                            SourceChildId = "c1", Upn = UpnOf(1), Forename = "Ada", Surname = "Okafor", DateOfBirth = Born(1), Sex = "F",
                            Postcode = "PO1 1AA",
                        },
                    },
                    new CaseRecord { Plan = new() { SourcePlanId = "n1", PlanKind = "CHILD_IN_NEED", SourceChildIds = { "c1" }, StartDate = date } },
                    new CaseRecord
                    {
                        Involvement = new()
                        {
                            SourceInvolvementId = "i1", SourceChildId = "c1", LeadKind = "SOCIAL_WORKER", Lead = true, WorkerId = "w1",
                            WorkerName = "W", TeamId = "t1", StartDate = date.Clone(),
                        },
                    },
                    new CaseRecord { Removal = new() { Kind = CaseRecordKind.Plan, SourceRecordId = "n2" } },
                },
            },
        };
    }

    public static ApplySchoolsRequest Schools(Random chance) => new()
    {
        RequestId = Id(chance),
        Schools = { new School { Urn = "900009", Laestab = "8512009", DisplayName = "Nine", Phase = "Primary", OpenDate = ToDate(new(1995, 9, 1)) } },
    };

    public static ApplyCalendarRequest Calendar(Random chance) => new()
    {
        RequestId = Id(chance),
        Terms =
        {
            new Term
            {
                SchoolLaestab = "8512009", DisplayName = "Autumn", StartDate = ToDate(new(2021, 9, 1)), EndDate = ToDate(new(2021, 12, 17)),
                HalfTermStartDate = ToDate(new(2021, 10, 25)), HalfTermEndDate = ToDate(new(2021, 10, 29)),
            },
        },
        Closures = { new Closure { SchoolLaestab = "8512009", StartDate = ToDate(Monday), EndDate = ToDate(Monday), Kind = "INSET" } },
        Openings = { new Opening { SchoolLaestab = "8512009", StartDate = ToDate(Monday), EndDate = ToDate(Monday.AddDays(40)), Day = WeekendDay.Saturday } },
    };

    public static ApplySourcesRequest Sources(Random chance) => new()
    {
        RequestId = Id(chance),
        Sources =
        {
            new SourceDeclaration
            {
                SourceId = "early-help", SourceKind = "EARLY_HELP", DisplayName = "EH", CarriesLeads = true, CarriesPlans = true, IntervalDays = 7,
                LeadKinds = { "EARLY_HELP_WORKER" }, PlanKinds = { "EARLY_HELP_ASSESSMENT" }, MaxAge = 18,
            },
        },
    };

    public static RollRecord RollRecord(int pupil) => new()
    {
        MisPupilId = $"p{pupil}",
        Upn = UpnOf(pupil),
        Forename = "Ada",
        Surname = "Okafor",
        DateOfBirth = Born(pupil),
        EnrolmentStatus = EnrolmentStatus.Main,
        EntryDate = ToDate(new(2019, 9, 1)),
        YearGroup = 4,
        HomeAuthority = "851",
    };

    public static Date ToDate(DateOnly date) => new() { Year = date.Year, Month = date.Month, Day = date.Day };

    private static Date Born(int pupil) => ToDate(new DateOnly(2012, 3, 4).AddDays(pupil));
}
