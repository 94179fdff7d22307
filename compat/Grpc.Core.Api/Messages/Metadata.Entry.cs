using System.Buffers;
using System.Text;

namespace Grpc.Core;

public sealed partial class Metadata
{
    /// <summary>
    /// One header or trailer. The value of a key that ends in "-bin" is bytes and any other's is ASCII text; the
    /// constructors hold a key to its kind, because the wire encodes the two differently.
    /// </summary>
    public class Entry
    {
        private static readonly SearchValues<char> KeyCharacters = SearchValues.Create(
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.");

        private readonly string? _text;
        private readonly byte[]? _bytes;

        public Entry(string key, byte[] valueBytes)
        {
            Key = Normalise(key);
            if (!IsBinary) throw new ArgumentException($"The key of a binary value must end in '{BinaryHeaderSuffix}'.", nameof(key));

            ArgumentNullException.ThrowIfNull(valueBytes);
            _bytes = [.. valueBytes];
        }

        public Entry(string key, string value)
        {
            Key = Normalise(key);
            if (IsBinary) throw new ArgumentException($"The key of a text value must not end in '{BinaryHeaderSuffix}'.", nameof(key));

            ArgumentNullException.ThrowIfNull(value);
            _text = value;
        }

        public string Key { get; }

        /// <summary>A copy of the bytes; for a text value, its ASCII encoding.</summary>
        public byte[] ValueBytes => _bytes is null ? Encoding.ASCII.GetBytes(Value) : [.. _bytes];

        /// <summary>The text; throws <see cref="InvalidOperationException"/> for a binary value.</summary>
        public string Value => _text ?? throw new InvalidOperationException($"The value of '{Key}' is binary and has no text.");

        public bool IsBinary => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        public override string ToString() => IsBinary
            ? $"[Entry: key={Key}, valueBytes={Convert.ToHexString(_bytes!)}]"
            : $"[Entry: key={Key}, value={_text}]";

        private static string Normalise(string key)
        {
            ArgumentNullException.ThrowIfNull(key);
            if (key.Length == 0 || key.AsSpan().ContainsAnyExcept(KeyCharacters))
            {
                throw new ArgumentException(
                    $"'{key}' is no metadata key: only letters, digits, underscores, hyphens and dots are allowed.", nameof(key));
            }

#pragma warning disable CA1308 // HTTP/2 wants header names in lower case.
            return key.ToLowerInvariant();
#pragma warning restore CA1308
        }
    }
}
