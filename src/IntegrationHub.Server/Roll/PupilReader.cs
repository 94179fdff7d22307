using System.Globalization;
using Grpc.Core;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Errors;
using IntegrationHub.Server.Identity;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Status = IntegrationHub.Contracts.Roll.V1.EnrolmentStatus;

namespace IntegrationHub.Server.Roll;

/// <summary>Reads one pupil. A child who must be protected is answered like one whom the hub does not know.</summary>
internal sealed class PupilReader(HubDatabase database)
{
    public async Task<Pupil> ReadAsync(Caller caller, GetPupilRequest request, CancellationToken cancellationToken)
    {
        await using var snapshot = await database.BeginReadAsync(cancellationToken);
        var context = snapshot.Context;
        var requested = RequestedPupil.Read(request.HasPupilId, request.PupilId, request.HasUpn, request.Upn);
        var pupilId = await requested.FindAsync(context, caller.Authority, cancellationToken);
        var row = await context.Pupils.SingleOrDefaultAsync(x => x.Authority == caller.Authority && x.PupilId == pupilId, cancellationToken);
        return row is null ? throw Unknown() : await ReadAsync(context, row, cancellationToken);
    }

    private static async Task<Pupil> ReadAsync(HubDbContext context, PupilRow row, CancellationToken cancellationToken)
    {
        var pupil = new Pupil
        {
            PupilId = row.PupilId,
            Forename = row.Forename,
            Surname = row.Surname,
            DateOfBirth = row.DateOfBirth.ToDate(),
        };
        var identifiers = await context.PupilIdentifiers
            .Where(x => x.Authority == row.Authority && x.PupilId == row.PupilId && x.ToPosition == null)
            .OrderBy(x => x.Scheme).ThenBy(x => x.Scope).ThenBy(x => x.Value)
            .ToListAsync(cancellationToken);
        pupil.Identifiers.AddRange(identifiers.Select(ToMessage));
        var enrolments =
            from stay in context.Enrolments
            join school in context.Schools on new { stay.Authority, stay.Laestab } equals new { school.Authority, school.Laestab }
            where stay.Authority == row.Authority && stay.PupilId == row.PupilId && !stay.Removed
            orderby stay.EntryDate descending, stay.Laestab
            select new { Stay = stay, school.Name };
        foreach (var enrolment in await enrolments.ToListAsync(cancellationToken))
            pupil.Enrolments.Add(ToMessage(enrolment.Stay, enrolment.Name));
        return pupil;
    }

    private static PupilIdentifier ToMessage(PupilIdentifierRow row) => new()
    {
        Scheme = row.Scheme,
        Value = row.Value,
        Quality = row.Quality,
        SchoolLaestab = row.Scheme == IdentifierScheme.Mis ? LaestabText(row.Scope) : "",
    };

    private static Enrolment ToMessage(EnrolmentRow stay, string schoolName)
    {
        var message = new Enrolment
        {
            SchoolLaestab = LaestabText(stay.Laestab),
            SchoolName = schoolName,
            Status = (Status)stay.Status,
            EntryDate = stay.EntryDate.ToDate(),
            LeavingDate = stay.LeavingDate?.ToDate(),
            SenProvision = (Contracts.Roll.V1.SenProvision)stay.SenProvision,
        };
        if (stay.YearGroup is { } yearGroup)
            message.YearGroup = yearGroup;
        return message;
    }

    private static string LaestabText(int laestab) => laestab.ToString("0000000", CultureInfo.InvariantCulture);

    private static RpcException Unknown() => RpcErrors.NotFound(Reason.PupilUnknown, "The hub knows no such pupil.");
}
