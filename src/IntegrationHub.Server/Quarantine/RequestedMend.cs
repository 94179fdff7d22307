using IntegrationHub.Contracts.Quarantine.V1;
using IntegrationHub.Domain;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Server.Errors;
using IntegrationHub.Storage.Attendance;

namespace IntegrationHub.Server.Quarantine;

/// <summary>Reads what a request asks to be done about quarantine.</summary>
internal static class RequestedMend
{
    private const int MostCodeCharacters = 50;
    private const int MostItems = 10_000;

    /// <summary>The mapping that is asked for.</summary>
    /// <exception cref="Grpc.Core.RpcException">It cannot be read.</exception>
    public static CodeMappingMend Of(CodeMapping mapping)
    {
        if (mapping.SourceCode.Length is 0 or > MostCodeCharacters)
        {
            throw RpcErrors.InvalidArgument(Reason.InvalidArgument,
                $"Give the code as it was sent: one to {MostCodeCharacters} characters.", "map_code.source_code");
        }
        if (AttendanceCode.IsNotMarked(mapping.SourceCode) || AttendanceCode.TryParse(mapping.SourceCode, out _))
        {
            throw RpcErrors.InvalidArgument(Reason.CodeIsStatutory,
                "The code is a statutory one and means what the law says. Have it mended at the school.", "map_code.source_code");
        }
        AttendanceCode? code = mapping.Code.Length == 0 ? null
            : AttendanceCode.TryParse(mapping.Code, out var parsed) ? parsed
            : throw RpcErrors.InvalidArgument(Reason.UnknownCode, "The code that is meant is no statutory code.", "map_code.code");
        var laestab = mapping.SchoolLaestab.Length == 0 ? 0 : School(mapping.SchoolLaestab, "map_code.school_laestab");
        return new CodeMappingMend(laestab, mapping.SourceCode, code);
    }

    /// <summary>The correction that is asked for.</summary>
    /// <exception cref="Grpc.Core.RpcException">It cannot be read.</exception>
    public static IdentifierMend Of(IdentifierCorrection correction)
    {
        var sent = correction.SentCase switch
        {
            IdentifierCorrection.SentOneofCase.SentUpn when correction.SentUpn.Length > 0 => UpnKey(correction.SentUpn),
            IdentifierCorrection.SentOneofCase.SentMisPupilId when correction.SentMisPupilId.Length > 0 =>
                new PupilKey(PupilScheme.Mis, correction.SentMisPupilId),
            _ => throw RpcErrors.InvalidArgument(
                Reason.PupilMissing, "Give the identifier that is wrong, as it was sent.", "correct_identifier.sent"),
        };
        PupilKey? meant = correction.MeantCase switch
        {
            IdentifierCorrection.MeantOneofCase.MeantUpn => UpnKey(correction.MeantUpn),
            IdentifierCorrection.MeantOneofCase.MeantMisPupilId => new PupilKey(PupilScheme.Mis, correction.MeantMisPupilId),
            _ => null,
        };
        return new IdentifierMend(School(correction.SchoolLaestab, "correct_identifier.school_laestab"), sent, meant);
    }

    /// <summary>The things that are chosen, each once.</summary>
    /// <exception cref="Grpc.Core.RpcException">None is, too many are, or an id is none.</exception>
    public static IReadOnlyList<QuarantineItemId> ItemsOf(QuarantineSelection selection, string field)
    {
        if (selection.ItemIds.Count is 0 or > MostItems)
            throw RpcErrors.InvalidArgument(Reason.InvalidArgument, $"Choose 1 to {MostItems:N0} things by their item_id.", $"{field}.item_ids");
        var items = new HashSet<QuarantineItemId>();
        for (var i = 0; i < selection.ItemIds.Count; i++)
        {
            items.Add(QuarantineItemId.TryParse(selection.ItemIds[i], out var id) ? id : throw RpcErrors.InvalidArgument(
                Reason.InvalidArgument, "This is no item_id. Take it from a list of what is in quarantine.", $"{field}.item_ids[{i}]"));
        }
        return [.. items];
    }

    private static int School(string laestab, string field) => Laestab.TryParse(laestab, out var school)
        ? school.Value
        : throw RpcErrors.InvalidArgument(Reason.InvalidLaestab, "A DfE number (LAESTAB) has seven digits, for example 8514001.", field);

    /// <summary>As a register's mark names it: one of the right form in its normal form, another as it was sent.</summary>
    private static PupilKey UpnKey(string text) => Upn.Examine(text, out var upn) is UpnDefect.None or UpnDefect.WrongCheckLetter
        ? new(PupilScheme.Upn, upn.Value)
        : new(PupilScheme.Upn, text);
}
