using IntegrationHub.Server.Tables;
using Contract = IntegrationHub.Contracts.Export.V1;

namespace IntegrationHub.Server.Exports;

/// <summary>Tables and columns in the words of the contract.</summary>
internal static class ExportMessages
{
    public static Contract.ExportableTable ToMessage(this IExportedTable table)
    {
        var message = new Contract.ExportableTable { Table = table.Id, DisplayName = table.About.Name, Meaning = table.About.Meaning };
        message.Columns.AddRange(table.About.Columns.Select(ToMessage));
        return message;
    }

    public static Contract.ExportedColumn ToMessage(this ColumnDescription column)
    {
        var message = new Contract.ExportedColumn
        {
            ColumnName = column.Name,
            // The contract numbers types as the hub does; a test holds them together.
            Type = (Contract.ColumnType)column.Type,
            Unit = column.Unit,
            Meaning = column.Meaning,
            Source = column.Source,
        };
        foreach (var form in (ReadOnlySpan<ColumnForms>)[ColumnForms.Pseudonymised, ColumnForms.Identified])
        {
            if ((column.Forms & form) != 0)
                message.Forms.Add(form.ToContract());
        }
        return message;
    }

    /// <param name="form">One of the two forms.</param>
    public static Contract.ExportForm ToContract(this ColumnForms form) =>
        form == ColumnForms.Identified ? Contract.ExportForm.Identified : Contract.ExportForm.Pseudonymised;
}
