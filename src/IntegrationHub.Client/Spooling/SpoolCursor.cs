namespace IntegrationHub.Client.Spooling;

/// <summary>Reads a spool's records from the oldest file on. Guarded by its owner's lock.</summary>
internal sealed class SpoolCursor(SpoolFile first)
{
    private SpoolFile _file = first;
    private long _offset;

    /// <summary>The next record. There must be one.</summary>
    /// <exception cref="IOException">What was intact when the spool was opened is no longer.</exception>
    public SpoolRecord Read(List<SpoolFile> files)
    {
        while (true)
        {
            switch (_file.Read(_offset, out SpoolRecord record))
            {
                case SpoolRead.Record:
                    _offset += record.Size;
                    return record;
                case SpoolRead.End when _file != files[^1]:
                    MoveTo(files[files.IndexOf(_file) + 1]);
                    break;
                case SpoolRead.End or SpoolRead.Torn or SpoolRead.Damaged:
                default:
                    throw new IOException($"The spool's file {_file.Path} went bad at byte {_offset} while it was in use.");
            }
        }
    }

    /// <summary>Leaves a file that goes for the one after it.</summary>
    public void Leave(SpoolFile gone, SpoolFile next)
    {
        if (_file == gone)
            MoveTo(next);
    }

    private void MoveTo(SpoolFile file) => (_file, _offset) = (file, 0);
}
