using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Storage.Tests;

/// <summary>What is written past the change tracker reads back through it unchanged.</summary>
public sealed class RowWriterTests : IAsyncLifetime
{
    private TestDatabase _test = null!;

    public async Task InitializeAsync() => _test = await TestDatabase.OpenAsync();

    public async Task DisposeAsync() => await _test.DisposeAsync();

    [Fact]
    public async Task Insert_RowNumberedByTheDatabase_PutsTheNumberIn()
    {
        PupilRow[] pupils = [Pupil("Ada"), Pupil("Grace")];
        await WriteAsync(rows => rows.Insert(pupils));
        pupils.ShouldAllBe(x => x.PupilId > 0);
        await using var context = _test.Database.CreateReadContext();
        (await context.Pupils.OrderBy(x => x.PupilId).ToListAsync()).ShouldBeEquivalentTo(pupils.ToList());
    }

    [Fact]
    public async Task Insert_EveryKindOfColumn_ReadsBack()
    {
        var stay = new EnrolmentRow
        {
            Authority = "851",
            PupilId = 7,
            Laestab = 8512001,
            MisPupilId = "p'1",
            Status = EnrolmentStatus.Guest,
            EntryDate = new(2021, 9, 1),
            LeavingDate = null,
            YearGroup = -1,
            SenProvision = SenProvision.Ehcp,
            FreeSchoolMeals = true,
            Position = 5_000_000_000,
        };
        var load = new SourceLoadRow
        {
            Authority = "851",
            SourceId = "social-care",
            Position = 9,
            AsOfDate = new(2021, 9, 13),
            RecordCount = 3,
            ReceivedTime = new DateTime(2021, 9, 13, 1, 2, 3, DateTimeKind.Utc).AddTicks(4560),
        };
        await WriteAsync(rows =>
        {
            rows.Insert([stay]);
            rows.Insert([load]);
        });
        await using var context = _test.Database.CreateReadContext();
        (await context.Enrolments.SingleAsync()).ShouldBeEquivalentTo(stay);
        (await context.SourceLoads.SingleAsync()).ShouldBeEquivalentTo(load);
    }

    [Fact]
    public async Task Put_WritesOverWhatStands_WhateverIsNullInTheFirstRow_AndDeleteTakesByKey()
    {
        MarkChangeRow[] changes = [Change(1, null), Change(2, new(2021, 9, 14, 8, 0, 0, DateTimeKind.Utc))];
        await WriteAsync(rows => rows.Put(changes));
        (changes[0].Reason, changes[0].AmendTime) = ("late bus", new DateTime(2021, 9, 15, 8, 0, 0, DateTimeKind.Utc));
        await WriteAsync(rows => rows.Put([changes[0], Change(3, null)]));
        await using (var context = _test.Database.CreateReadContext())
            (await context.MarkChanges.OrderBy(x => x.Position).ToListAsync()).ShouldBeEquivalentTo(new List<MarkChangeRow> { changes[0], changes[1], Change(3, null) });

        await WriteAsync(rows => rows.Delete([changes[1]]));
        await using (var context = _test.Database.CreateReadContext())
            (await context.MarkChanges.OrderBy(x => x.Position).Select(x => x.Position).ToListAsync()).ShouldBe([1, 3]);
        await WriteAsync(rows => rows.DeleteOf<MarkChangeRow, StripRow>([new() { Authority = "851", EnrolmentId = 5, AcademicYear = 2021, Codes = [] }]));
        await using (var context = _test.Database.CreateReadContext())
            (await context.MarkChanges.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Update_WritesTheWholeRow()
    {
        var pupil = Pupil("Ada");
        await WriteAsync(rows => rows.Insert([pupil]));
        (pupil.Forename, pupil.Sex, pupil.Restricted) = ("Grace", null, true);
        await WriteAsync(rows => rows.Update([pupil]));
        await using var context = _test.Database.CreateReadContext();
        (await context.Pupils.SingleAsync()).ShouldBeEquivalentTo(pupil);
    }

    [Fact]
    public async Task Update_RowThatIsNotThere_Throws()
    {
        var pupil = Pupil("Ada");
        pupil.PupilId = 99;
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => WriteAsync(rows => rows.Update([pupil])));
    }

    [Fact]
    public async Task Insert_NotCommitted_LeavesNothing()
    {
        await using (var transaction = await _test.Database.BeginWriteAsync(CancellationToken.None))
            new RowWriter(transaction.Context).Insert([Pupil("Ada")]);
        await using var context = _test.Database.CreateReadContext();
        (await context.Pupils.CountAsync()).ShouldBe(0);
    }

    private async Task WriteAsync(Action<RowWriter> write)
    {
        await using var transaction = await _test.Database.BeginWriteAsync(CancellationToken.None);
        write(new RowWriter(transaction.Context));
        await transaction.CommitAsync(CancellationToken.None);
    }

    private static MarkChangeRow Change(long position, DateTime? amended) => new()
    {
        Authority = "851",
        EnrolmentId = 5,
        AcademicYear = 2021,
        Slot = 60,
        Position = position,
        PreviousCode = 30,
        Code = 255,
        AmendTime = amended,
    };

    private static PupilRow Pupil(string forename) => new()
    {
        Authority = "851",
        Forename = forename,
        Surname = "Child",
        DateOfBirth = new(2012, 3, 4),
        Sex = "F",
        HomeAuthority = "850",
    };
}
