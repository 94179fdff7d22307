using System.Runtime.Versioning;

namespace IntegrationHub.Storage.Tests;

[Trait("Engine", "sqlite")]
public sealed class DataFolderTests
{
    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void NewFolder_IsItsOwnersAlone_AndOneThatIsThereStaysAsItIs()
    {
        var parent = Directory.CreateTempSubdirectory("hub-folder-").FullName;
        try
        {
            using (DataFolder.TryOpen(Path.Combine(parent, "new")))
                File.GetUnixFileMode(Path.Combine(parent, "new")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            var shared = Directory.CreateDirectory(Path.Combine(parent, "shared"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead);
            using (DataFolder.TryOpen(shared.FullName))
                shared.UnixFileMode.HasFlag(UnixFileMode.GroupRead).ShouldBeTrue();
        }
        finally
        {
            Directory.Delete(parent, recursive: true);
        }
    }
}
