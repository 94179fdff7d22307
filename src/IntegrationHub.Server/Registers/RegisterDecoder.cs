using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage.Attendance;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server.Registers;

/// <summary>Reads registers back from the journal for the fold.</summary>
internal sealed class RegisterDecoder(IOptions<HubOptions> options) : IRegisterDecoder
{
    public DecodedRegister Decode(byte[] payload, DateTime receivedTime, SchoolMends mends)
    {
        var register = RegisterSubmission.Parser.ParseFrom(payload);
        var date = register.SessionDate.ToDateOnly() ?? throw new InvalidOperationException("A register without a date is in the journal.");
        var session = SessionNumber.Of(date, (Domain.Attendance.SchoolSession)register.Session);
        var reader = new MarkReader(session, RecordTimeBounds.Of(session, receivedTime, options.Value.Registers), mends);
        var marks = new DecodedMark[register.Marks.Count];
        for (var i = 0; i < marks.Length; i++)
            marks[i] = reader.Read(register.Marks[i]);
        return new(session, marks);
    }
}
