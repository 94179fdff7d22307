using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Storage.Attendance;

/// <summary>
/// Attendance strips: folds registers from the journal into them, school by school, and reads them with the journal's tail merged
/// in, so that a receipt means durable and visible.
/// </summary>
public sealed class AttendanceStore(HubDatabase database, IRegisterDecoder decoder, FoldSettings settings)
{
    /// <summary>Schools with registers that are not folded, or with pending marks that a changed roll may release.</summary>
    public async Task<IReadOnlyList<SchoolKey>> SchoolsToFoldAsync(CancellationToken cancellationToken)
    {
        await using var context = database.CreateReadContext();
        var schools =
            from school in context.Schools
            join state in context.SchoolStates on new { school.Authority, school.Laestab } equals new { state.Authority, state.Laestab } into states
            from state in states.DefaultIfEmpty()
            where (state != null && state.RollPosition > state.PendingTriedPosition)
                || context.Journal.Any(x => x.Authority == school.Authority && x.School == school.Laestab && x.Feed == Feed.Registers
                    && x.Position > (state == null ? 0 : state.FoldedPosition))
            select new { school.Authority, school.Laestab };
        return await schools.Select(x => new SchoolKey(x.Authority, x.Laestab)).ToListAsync(cancellationToken);
    }

    /// <summary>Registers that are in the journal and not in strips yet.</summary>
    public static Task<long> CountUnfoldedAsync(HubDbContext context, string authority, CancellationToken cancellationToken) => (
        from row in context.Journal
        where row.Authority == authority && row.Feed == Feed.Registers && row.School != null
        join state in context.SchoolStates on new { row.Authority, Laestab = row.School!.Value } equals new { state.Authority, state.Laestab } into states
        from state in states.DefaultIfEmpty()
        where state == null || row.Position > state.FoldedPosition
        select row).LongCountAsync(cancellationToken);

    /// <summary>
    /// One pass over one school. It reads and reckons beside the writers, and stores the result at the end. Only one pass over a school
    /// runs at a time, here or in another process: one that finds the school taken does nothing.
    /// </summary>
    public async Task<FoldResult> FoldAsync(SchoolKey school, CancellationToken cancellationToken)
    {
        await using var claim = await database.ClaimFoldAsync(school, cancellationToken);
        if (claim is null)
            return new(0, More: false, IsTaken: true);
        await using var snapshot = await database.BeginReadAsync(cancellationToken);
        var reader = new FoldReader(snapshot.Context, school);
        var state = reader.State();
        var registers = reader.RegistersAfter(state.FoldedPosition, settings.MaxRegisters);
        var rollHasChanged = state.RollPosition > state.PendingTriedPosition;
        if (registers.Count == 0 && !rollHasChanged)
            return new(0, More: false);

        var roll = await SchoolRolls.LoadAsync(snapshot.Known, school, state.RollPosition, cancellationToken);
        var fold = new SchoolFold(roll, decoder, reader.RegistersOfSession);
        await reader.LoadAsync(fold, FoldReader.YearsOf(registers.Select(x => x.SessionNumber)), cancellationToken);
        if (rollHasChanged)
            await new RollCatchUp(reader, fold).ApplyAsync(state.FoldedPosition, onlyYears: null, cancellationToken);
        foreach (var register in registers)
            fold.Apply(register);

        Advance(state, registers, roll.Position);
        await using var transaction = await claim.BeginWriteAsync(cancellationToken);
        new FoldWriter(transaction, school).Write(fold, state);
        await transaction.CommitAsync(cancellationToken);
        return new(registers.Count, More: registers.Count == settings.MaxRegisters);
    }

    /// <summary>
    /// The strips of one school with everything in the journal merged in, up to the snapshot's position.
    /// </summary>
    /// <param name="enrolments">Only these enrolments; null: all of the school's.</param>
    /// <param name="academicYears">The years, by the year they start in.</param>
    public async Task<SchoolStrips> ReadAsync(
        ReadSnapshot snapshot, SchoolKey school, IReadOnlySet<long>? enrolments, IReadOnlyCollection<int> academicYears,
        CancellationToken cancellationToken)
    {
        var reader = new FoldReader(snapshot.Context, school);
        var state = reader.State();
        if (snapshot.IsOfThePast && (state.RollPosition > snapshot.Position || reader.HasRegistersAfter(snapshot.Position)))
            return await ReadPastAsync(snapshot, reader, school, enrolments, academicYears, cancellationToken);
        var tail = reader.RegistersAfter(state.FoldedPosition, int.MaxValue);
        var rollHasChanged = state.RollPosition > state.PendingTriedPosition;
        var roll = tail.Count > 0 || rollHasChanged
            ? await SchoolRolls.LoadAsync(snapshot.Known, school, state.RollPosition, cancellationToken)
            : new SchoolRoll(0, [], [], SchoolMends.None);

        var fold = new SchoolFold(roll, decoder, reader.RegistersOfSession) { OnlyEnrolments = enrolments };
        // What the tail overwrites may take a stored detail away.
        await reader.LoadAsync(fold, academicYears, withDetails: tail.Count > 0 || rollHasChanged, cancellationToken);
        if (rollHasChanged)
            await new RollCatchUp(reader, fold).ApplyAsync(state.FoldedPosition, academicYears, cancellationToken);
        foreach (var register in tail)
            fold.Apply(register);
        Advance(state, tail, roll.Position);
        return new(fold.Strips, fold.Details, DetailsAreWhole: false, state.LastRegisterTime, state.LastSessionNumber);
    }

    /// <summary>
    /// Strips hold what is known now, so what was known is read from the journal again: the school's registers up to the position, with
    /// the roll and the mends of then.
    /// </summary>
    private async Task<SchoolStrips> ReadPastAsync(
        ReadSnapshot snapshot, FoldReader reader, SchoolKey school, IReadOnlySet<long>? enrolments, IReadOnlyCollection<int> academicYears,
        CancellationToken cancellationToken)
    {
        var fold = await FoldAnewAsync(snapshot, reader, school, enrolments, academicYears, cancellationToken);
        var (lastRegister, lastSession) = reader.LatestUpTo(snapshot.Position);
        return new(fold.Strips, fold.Details, DetailsAreWhole: true, lastRegister, lastSession);
    }

    /// <summary>
    /// Each mark of some enrolments that took another's place, as known at the snapshot's position, in the order of their registers.
    /// </summary>
    /// <param name="academicYears">The years, by the year they start in.</param>
    public async Task<IReadOnlyList<MarkChange>> ReadChangesAsync(
        ReadSnapshot snapshot, SchoolKey school, IReadOnlySet<long> enrolments, IReadOnlyCollection<int> academicYears,
        CancellationToken cancellationToken)
    {
        var reader = new FoldReader(snapshot.Context, school);
        return (await FoldAnewAsync(snapshot, reader, school, enrolments, academicYears, cancellationToken)).Changes;
    }

    /// <summary>Another snapshot that says the same: for reading on several processors at once. The caller disposes it.</summary>
    public Task<ReadSnapshot> BeginReadAlikeAsync(ReadSnapshot snapshot, CancellationToken cancellationToken) =>
        database.BeginReadAsync(snapshot.Position, cancellationToken);

    /// <summary>Everything that a school's registers have said of some enrolments' sessions, as known at the snapshot's position.</summary>
    public MarkHistory HistoryOf(ReadSnapshot snapshot, SchoolKey school) => new(snapshot, decoder, school);

    private async Task<SchoolFold> FoldAnewAsync(
        ReadSnapshot snapshot, FoldReader reader, SchoolKey school, IReadOnlySet<long>? enrolments, IReadOnlyCollection<int> academicYears,
        CancellationToken cancellationToken)
    {
        var roll = await SchoolRolls.LoadAsync(snapshot.Known, school, snapshot.Position, cancellationToken);
        var fold = new SchoolFold(roll, decoder, reader.RegistersOfSession) { OnlyEnrolments = enrolments };
        foreach (var register in reader.RegistersOfYears(academicYears, snapshot.Position))
            fold.Apply(register);
        return fold;
    }

    private static void Advance(SchoolStateRow state, List<RegisterRow> registers, long rollPosition)
    {
        state.PendingTriedPosition = rollPosition;
        if (registers.Count == 0)
            return;
        state.FoldedPosition = registers[^1].Position;
        state.LastRegisterTime = Later(state.LastRegisterTime, registers.Max(x => x.ReceivedTime));
        state.LastSessionNumber = Math.Max(state.LastSessionNumber ?? 0, registers.Max(x => x.SessionNumber));
    }

    private static DateTime Later(DateTime? one, DateTime other) => one > other ? one.Value : other;
}
