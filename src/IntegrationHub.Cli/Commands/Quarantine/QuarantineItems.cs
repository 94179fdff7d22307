using IntegrationHub.Contracts.Quarantine.V1;

namespace IntegrationHub.Cli.Commands.Quarantine;

/// <summary>Reads what is in quarantine, page by page.</summary>
internal static class QuarantineItems
{
    private const int PageSize = 500;

    public static async Task<List<QuarantineItem>> AllAsync(
        QuarantineService.QuarantineServiceClient client, QuarantineFilter filter, int most, CancellationToken cancellationToken)
    {
        var request = new ListQuarantineRequest { Filter = filter, PageSize = Math.Min(most, PageSize) };
        var items = new List<QuarantineItem>();
        do
        {
            var page = await client.ListQuarantineAsync(request, cancellationToken: cancellationToken);
            items.AddRange(page.Items);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0 && items.Count < most);
        return items;
    }
}
