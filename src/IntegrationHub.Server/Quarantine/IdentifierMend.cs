using IntegrationHub.Domain;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Rows;

namespace IntegrationHub.Server.Quarantine;

/// <summary>Says whom a school means by an identifier that is wrong.</summary>
/// <param name="meant">Null: the correction is taken back.</param>
internal sealed class IdentifierMend(int laestab, PupilKey sent, PupilKey? meant) : IMend
{
    public string Action => "CORRECT_IDENTIFIER";

    public async Task<MendOutcome> ApplyAsync(HubDbContext context, string authority, long position, CancellationToken cancellationToken)
    {
        var school = new SchoolKey(authority, laestab);
        if (meant is { } key && !await SchoolStays.AnyNamedAsync(context, school, key, cancellationToken))
        {
            return MendOutcome.Refused(Reason.PupilNotOnRoll,
                "Nobody on this school's roll has the identifier that is meant. Have the roll sent first, or name the pupil otherwise.",
                "correct_identifier.meant");
        }
        var standing = await context.IdentifierCorrections.FindAsync([authority, laestab, sent.Scheme, sent.Value], cancellationToken);
        if (standing is null && meant is null)
            return MendOutcome.Refused(Reason.MendUnknown, "There is no such correction to take back.", "correct_identifier.sent");

        PupilKey[] concerned = [sent, .. Keys(standing), .. Keys(meant)];
        Put(context, authority, standing, position);
        await RollTouches.WriteAsync(
            context, school, await SchoolStays.NamedAsync(context, school, concerned, cancellationToken), position, cancellationToken);
        return new() { Schools = [school], Scope = laestab };
    }

    private void Put(HubDbContext context, string authority, IdentifierCorrectionRow? standing, long position)
    {
        if (meant is not { } key)
        {
            context.Remove(standing!);
            new VersionWriter(context, position).End<IdentifierCorrectionRow, IdentifierCorrectionVersionRow>(standing!);
            return;
        }
        var row = standing ?? context.Add(new IdentifierCorrectionRow
        {
            Authority = authority,
            Laestab = laestab,
            Scheme = sent.Scheme,
            Value = sent.Value,
            MeantValue = "",
        }).Entity;
        (row.MeantScheme, row.MeantValue, row.Position) = (key.Scheme, key.Value, position);
        new VersionWriter(context, position).Put<IdentifierCorrectionRow, IdentifierCorrectionVersionRow>([row]);
    }

    private static IEnumerable<PupilKey> Keys(IdentifierCorrectionRow? row) => row is null ? [] : [new(row.MeantScheme, row.MeantValue)];

    private static IEnumerable<PupilKey> Keys(PupilKey? key) => key is { } one ? [one] : [];
}
