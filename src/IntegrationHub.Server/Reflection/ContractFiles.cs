using Google.Protobuf.Reflection;

namespace IntegrationHub.Server.Reflection;

/// <summary>The contract files of the served services and everything that they import, by file name and by what they declare.</summary>
internal sealed class ContractFiles
{
    private readonly Dictionary<string, FileDescriptor> _byName = [];
    private readonly Dictionary<string, IDescriptor> _bySymbol = [];

    public ContractFiles(ServedServices services)
    {
        foreach (var file in services.Descriptors.Select(x => x.File).SelectMany(WithImports))
        {
            if (_byName.TryAdd(file.Name, file))
                Index(file);
        }
    }

    public FileDescriptor? Named(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The service, call, message or enumeration with this full name.</summary>
    public IDescriptor? Symbol(string fullName) => _bySymbol.GetValueOrDefault(fullName);

    /// <summary>The file, and then each file that it imports, directly or not, once.</summary>
    public static IEnumerable<FileDescriptor> WithImports(FileDescriptor file) =>
        file.Dependencies.SelectMany(WithImports).Prepend(file).DistinctBy(x => x.Name);

    private void Index(FileDescriptor file)
    {
        Add(file.Services);
        Add(file.Services.SelectMany(x => x.Methods));
        Add(file.EnumTypes);
        Index(file.MessageTypes);
    }

    private void Index(IEnumerable<MessageDescriptor> messages)
    {
        foreach (var message in messages)
        {
            _bySymbol.Add(message.FullName, message);
            Add(message.EnumTypes);
            Index(message.NestedTypes);
        }
    }

    private void Add(IEnumerable<IDescriptor> descriptors)
    {
        foreach (var descriptor in descriptors)
            _bySymbol.Add(descriptor.FullName, descriptor);
    }
}
