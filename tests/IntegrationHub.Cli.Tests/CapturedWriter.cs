using System.Text;

namespace IntegrationHub.Cli.Tests;

/// <summary>Keeps what is written, and may be read by others meanwhile.</summary>
internal sealed class CapturedWriter : TextWriter
{
    private readonly StringBuilder _text = new();
    private readonly Lock _lock = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (_lock)
            _text.Append(value);
    }

    public override void Write(string? value)
    {
        lock (_lock)
            _text.Append(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        lock (_lock)
            _text.Append(buffer, index, count);
    }

    public override string ToString()
    {
        lock (_lock)
            return _text.ToString();
    }
}
