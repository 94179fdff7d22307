using System.Text;
using Google.Protobuf.Reflection;

namespace IntegrationHub.Server.Exports;

/// <summary>The words of an enumeration of the contract, without the prefix that they share: AUTHORISED_ABSENCE, MAIN.</summary>
internal sealed class ContractWords
{
    private readonly byte[][] _words;

    /// <param name="file">The file that declares it, outside any message.</param>
    /// <param name="name">The enumeration's name.</param>
    public ContractWords(FileDescriptor file, string name)
    {
        var type = file.EnumTypes.Single(x => x.Name == name);
        var prefix = type.FindValueByNumber(0).Name[..^"UNSPECIFIED".Length];
        _words = [.. type.Values.OrderBy(x => x.Number).Select(x => Encoding.ASCII.GetBytes(x.Name[prefix.Length..]))];
        // "Unspecified" is what a value says that is not known.
        _words[0] = [];
    }

    /// <summary>The word of a value, in ASCII; empty for 0, which is none.</summary>
    public ReadOnlySpan<byte> this[int value] => _words[value];

    /// <summary>Every word but that of 0, in order.</summary>
    public IEnumerable<string> All => _words.Skip(1).Select(Encoding.ASCII.GetString);
}
