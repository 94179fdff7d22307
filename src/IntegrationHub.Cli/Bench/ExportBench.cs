using System.Security.Cryptography;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Contracts.Export.V1;
using IntegrationHub.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Cli.Bench;

/// <summary>
/// The marks of a term, exported through the contract into a file; and the same bytes, ready in memory, summed up and written to a file, in
/// the same run.
/// </summary>
internal sealed class ExportBench(BenchTown town, int runs, Action<string, int> progress)
{
    public async Task<IReadOnlyList<Measured>> RunAsync(string folder, CancellationToken cancellationToken)
    {
        var data = DataFolder.TryOpen(Path.Combine(folder, "hub")) ?? throw LocalHub.AlreadyServed(folder);
        await using var hub = await LocalHub.StartAsync(data, StatisticsBench.Configure, cancellationToken);
        await town.WriteAsync(
            hub.Host.Services.GetRequiredService<HubDatabase>(), done => progress("Writing strips", done), cancellationToken);
        using var channel = Grpc.Net.Client.GrpcChannel.ForAddress(hub.Host.GrpcAddress);
        var exports = new ExportService.ExportServiceClient(channel);
        var file = Path.Combine(folder, "marks.csv");

        var marks = await Measured.RunAsync("The hub, through ExportTable, into a file", runs, () => ExportAsync(exports, file, cancellationToken));
        var bytes = await File.ReadAllBytesAsync(file, cancellationToken);
        var yardstick = await Measured.RunAsync("The same bytes summed up and written to a file", runs, () => CopyAsync(bytes, file, cancellationToken));
        return [yardstick, marks];
    }

    private async Task ExportAsync(ExportService.ExportServiceClient exports, string file, CancellationToken cancellationToken)
    {
        using var call = exports.ExportTable(
            new()
            {
                Table = ExportedTable.Marks,
                Window = new() { StartDate = BenchTown.TermStart.ToContract(), EndDate = BenchTown.TermEnd.ToContract() },
            },
            cancellationToken: cancellationToken);
        var (_, trailer) = await Commands.Export.ReceivedTable.SaveAsync(call.ResponseStream, file, replace: true, cancellationToken);
        var expected = (long)town.Pupils * BenchTown.Sessions.Length;
        if (trailer.RowCount != expected)
            throw new InvalidOperationException($"{trailer.RowCount} marks were exported where there are {expected}.");
    }

    private static async Task CopyAsync(byte[] bytes, string file, CancellationToken cancellationToken)
    {
        _ = SHA256.HashData(bytes);
        await File.WriteAllBytesAsync(file, bytes, cancellationToken);
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }
}
