using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Tests.Attendance;

public sealed class IllnessRecordTests
{
    private static readonly DateOnly Monday = new(2021, 9, 6);

    [Fact]
    public void Record_OfNothing_HasNoSpell()
    {
        IllnessRecord record = Read("- - D X # #");

        (record.SchoolDays, record.Sessions, record.Longest).ShouldBe((0, 0, null));
    }

    [Fact]
    public void Spell_BetweenDaysAtSchool_HasItsFirstAndLastDay() =>
        Read("/ / I I I I / /").Spells.ShouldBe([new IllnessSpell(Monday.AddDays(1), Monday.AddDays(2), 2, Open: false)]);

    [Fact]
    public void Spell_AtTheEnd_IsOpenUntilAPossibleSessionSaysOtherwise()
    {
        Read("I I - - # D").Spells.ShouldBe([new IllnessSpell(Monday, Monday, 1, Open: true)]);
        Read("I I - - # O").Spells.ShouldBe([new IllnessSpell(Monday, Monday, 1, Open: false)]);
    }

    [Theory]
    [InlineData("I /")]
    [InlineData("/ I")]
    [InlineData("I M")]
    public void HalfADay_IsNoDayAndEndsTheSpell(string day)
    {
        IllnessRecord record = Read($"I I {day} I I");

        (record.SchoolDays, record.Sessions, record.Spells.Count).ShouldBe((2, 5, 2));
    }

    [Theory]
    [InlineData("I -")]
    [InlineData("X I")]
    public void DayWithOnePossibleSession_CountsByIt(string day) => Read($"I I {day} I I").Longest!.SchoolDays.ShouldBe(3);

    [Fact]
    public void Longest_OfSeveral_IsTheLatest() => Read("I I / / I I / /").Longest!.First.ShouldBe(Monday.AddDays(2));

    [Theory]
    [InlineData("I I I I I /", 3, false)]
    [InlineData("I I I I I / I /", 3, true)]
    [InlineData("I - I - I -", 3, true)]
    public void Reaches_ByWholeDaysOrByTwoSessionsADay(string codes, int schoolDays, bool reached) => Read(codes).Reaches(schoolDays).ShouldBe(reached);

    [Fact]
    public void Record_EqualsThatOfAPlainListOfDays()
    {
        Arbitrary<string[]> terms = Gen.Elements("I", "I", "I", "/", "M", "-", "#").ArrayOf().Select(x => x.Length % 2 == 0 ? x : x[1..]).ToArbitrary();
        Prop.ForAll(terms, codes =>
        {
            IllnessRecord record = Read(string.Join(' ', codes));
            List<bool> days = [.. codes.Chunk(2).Select(day => day.Where(IsPossible).ToList()).Where(day => day.Count > 0).Select(day => day.TrueForAll(x => x == "I"))];
            string spells = string.Concat(days.Select(ill => ill ? 'i' : ' '));
            record.SchoolDays.ShouldBe(days.Count(ill => ill));
            record.Sessions.ShouldBe(codes.Count(x => x == "I"));
            record.Spells.Select(x => x.SchoolDays).ShouldBe(spells.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(x => x.Length));
            record.Spells.Count(x => x.Open).ShouldBe(spells.EndsWith('i') ? 1 : 0);
        }).QuickCheckThrowOnFailure();

        static bool IsPossible(string code) => code is "I" or "/" or "M";
    }

    /// <summary>Mornings and afternoons from the Monday on; weekends make no difference to days without a possible session.</summary>
    private static IllnessRecord Read(string codes) => IllnessRecord.Of(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(
        (code, slot) => (Monday.AddDays(slot / 2), AttendanceCode.TryParse(code, out AttendanceCode known) ? known : default)));
}
