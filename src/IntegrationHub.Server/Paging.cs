using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using IntegrationHub.Domain;
using IntegrationHub.Server.Errors;
using IntegrationHub.Server.Security;

namespace IntegrationHub.Server;

/// <summary>Which page of a list is asked for: how many, and after which key.</summary>
/// <remarks>
/// A token holds the last key of the page before and a fingerprint of what was asked, so that it continues that list and no other.
/// It grants nothing and is not secret: permission is checked on every page, and a forged key only skips rows.
/// </remarks>
internal sealed record Paging
{
    public const int DefaultSize = 50;
    public const int MaxSize = 500;
    private const int FingerprintBytes = 12;

    private readonly byte[] _fingerprint;

    private Paging(int size, string? after, byte[] fingerprint)
    {
        Size = size;
        After = after;
        _fingerprint = fingerprint;
    }

    public int Size { get; }

    /// <summary>The last key of the page before. Null: the first page.</summary>
    public string? After { get; }

    /// <summary>Reads the fields page_size and page_token of a list request.</summary>
    /// <exception cref="Grpc.Core.RpcException">The size is negative, or the token is not of this list.</exception>
    public static Paging Of<TRequest>(Caller caller, TRequest request, int pageSize, string pageToken)
        where TRequest : IMessage<TRequest>
    {
        if (pageSize < 0)
            throw RpcErrors.InvalidArgument(Reason.InvalidArgument, $"A page has 1 to {MaxSize} entries; 0 asks for {DefaultSize}.", "page_size");
        var size = pageSize == 0 ? DefaultSize : Math.Min(pageSize, MaxSize);
        var fingerprint = Fingerprint(caller, request);
        return new Paging(size, pageToken.Length == 0 ? null : KeyOf(pageToken, fingerprint), fingerprint);
    }

    /// <summary>The number after which the page begins, of a list whose keys are numbers. Null: the first page.</summary>
    /// <exception cref="Grpc.Core.RpcException">The token's key is no number.</exception>
    public long? AfterNumber()
    {
        if (After is null)
            return null;
        return long.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : throw InvalidToken();
    }

    /// <summary>The token of the page after a number.</summary>
    public string TokenAfter(long key) => TokenAfter(key.ToString(CultureInfo.InvariantCulture));

    /// <summary>The token of the page after a key.</summary>
    public string TokenAfter(string key) => Convert.ToBase64String([.. _fingerprint, .. Encoding.UTF8.GetBytes(key)]);

    private static string KeyOf(string token, byte[] fingerprint)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            && length > FingerprintBytes && bytes.AsSpan(0, FingerprintBytes).SequenceEqual(fingerprint)
            ? Encoding.UTF8.GetString(bytes, FingerprintBytes, length - FingerprintBytes)
            : throw InvalidToken();
    }

    /// <summary>The error for a token whose key cannot be a key of the list.</summary>
    public static Grpc.Core.RpcException InvalidToken() => RpcErrors.InvalidArgument(
        Reason.InvalidPageToken, "The page token is not from an answer to this request. Start again without one.", "page_token");

    private static byte[] Fingerprint<TRequest>(Caller caller, TRequest request)
        where TRequest : IMessage<TRequest>
    {
        var question = request.Clone();
        foreach (var field in (ReadOnlySpan<string>)["page_size", "page_token"])
            question.Descriptor.FindFieldByName(field).Accessor.Clear(question);
        return SHA256.HashData([.. Encoding.UTF8.GetBytes($"{caller.Authority}/{question.Descriptor.FullName}/"), .. question.ToByteArray()])[..FingerprintBytes];
    }
}
