using System.Text.Json;
using IntegrationHub.Storage.Attendance;

namespace IntegrationHub.Storage.Tests.Attendance;

/// <summary>Storage keeps bytes: in its own tests they are JSON.</summary>
internal sealed class JsonRegisterDecoder : IRegisterDecoder
{
    public static byte[] Encode(DecodedRegister register) => JsonSerializer.SerializeToUtf8Bytes(register);

    public DecodedRegister Decode(byte[] payload, DateTime receivedTime, SchoolMends mends) => JsonSerializer.Deserialize<DecodedRegister>(payload)!;
}
