using Google.Protobuf;

namespace IntegrationHub.Server.Coverage;

/// <summary>
/// Messages of the contract kept as JSON: what was found is kept in the words in which it is told, and zeros are written out for
/// whoever reads the column.
/// </summary>
internal static class StoredMessage
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true));
    private static readonly JsonParser Reader = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    public static string Write(IMessage message) => Formatter.Format(message);

    public static TMessage Read<TMessage>(string json)
        where TMessage : IMessage, new() => Reader.Parse<TMessage>(json);
}
