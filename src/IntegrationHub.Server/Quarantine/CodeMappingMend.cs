using IntegrationHub.Domain;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Quarantine;

/// <summary>Says what a code means that is in no code set.</summary>
/// <param name="laestab">The school that uses it; 0: all of them.</param>
/// <param name="code">Null: the mapping is taken back.</param>
internal sealed class CodeMappingMend(int laestab, string sourceCode, AttendanceCode? code) : IMend
{
    public string Action => "MAP_CODE";

    public async Task<MendOutcome> ApplyAsync(HubDbContext context, string authority, long position, CancellationToken cancellationToken)
    {
        if (laestab != 0 && !await context.Schools.AnyAsync(x => x.Authority == authority && x.Laestab == laestab, cancellationToken))
            return MendOutcome.Refused(Reason.UnknownSchool, "No school with this DfE number is on file.", "map_code.school_laestab");
        var standing = await context.CodeMappings.FindAsync([authority, laestab, sourceCode], cancellationToken);
        if (standing is null && code is null)
            return MendOutcome.Refused(Reason.MendUnknown, "There is no such mapping to take back.", "map_code.source_code");
        var wasMapped = standing is not null || SubCode.Find(sourceCode) is not null
            || await context.CodeMappings.AnyAsync(x => x.Authority == authority && x.Laestab == 0 && x.SourceCode == sourceCode, cancellationToken);
        Put(context, authority, standing, position);

        var schools = await SchoolsAsync(context, authority, cancellationToken);
        foreach (var school in schools)
        {
            // Marks counted under the old meaning are settled anew; without one, there is only what waits.
            var stays = wasMapped ? await SchoolStays.AllAsync(context, school, cancellationToken) : [];
            await RollTouches.WriteAsync(context, school, stays, position, cancellationToken);
        }
        return new() { Schools = schools, Scope = laestab == 0 ? null : laestab };
    }

    private void Put(HubDbContext context, string authority, CodeMappingRow? standing, long position)
    {
        if (code is not { } meant)
        {
            context.Remove(standing!);
            new VersionWriter(context, position).End<CodeMappingRow, CodeMappingVersionRow>(standing!);
            return;
        }
        var row = standing ?? context.Add(new CodeMappingRow
        {
            Authority = authority,
            Laestab = laestab,
            SourceCode = sourceCode,
            Code = "",
        }).Entity;
        (row.Code, row.Position) = (meant.Value, position);
        new VersionWriter(context, position).Put<CodeMappingRow, CodeMappingVersionRow>([row]);
    }

    private async Task<List<SchoolKey>> SchoolsAsync(HubDbContext context, string authority, CancellationToken cancellationToken) => laestab != 0
        ? [new(authority, laestab)]
        : await context.Schools
            .Where(x => x.Authority == authority
                && context.Journal.Any(row => row.Authority == authority && row.School == x.Laestab && row.Feed == Feed.Registers))
            .Select(x => new SchoolKey(authority, x.Laestab))
            .ToListAsync(cancellationToken);
}
