using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IntegrationHub.Storage.Sqlite;

/// <summary>How the rows of one table are written, read from the model.</summary>
internal sealed class RowMap
{
    private static readonly ConcurrentDictionary<Type, RowMap> Maps = new();

    private RowMap(IEntityType entity)
    {
        Table = entity.GetTableName()!;
        All = [.. entity.GetProperties().Select((property, index) => new RowColumn(property, $"${index + 1}"))];
        Generated = All.SingleOrDefault(x => x.IsGenerated);
        Inserted = [.. All.Where(x => !x.IsGenerated)];
        var keys = All.Where(x => x.IsKey).ToList();
        InsertText = $"insert into \"{Table}\" ({List(Inserted, x => x.Quoted)}) values ({List(Inserted, x => x.Parameter)})"
            + (Generated is null ? "" : $" returning {Generated.Quoted}");
        RestoreText = $"insert into \"{Table}\" ({List(All, x => x.Quoted)}) values ({List(All, x => x.Parameter)})";
        UpdateText = $"update \"{Table}\" set {List(All.Where(x => !x.IsKey), Assignment)} where {string.Join(" and ", keys.Select(Assignment))}";
    }

    public string Table { get; }

    public IReadOnlyList<RowColumn> All { get; }

    /// <summary>The columns of an insert: all but the one that the database numbers.</summary>
    public IReadOnlyList<RowColumn> Inserted { get; }

    /// <summary>The column that the database numbers; null: none.</summary>
    public RowColumn? Generated { get; }

    public string InsertText { get; }

    /// <summary>An insert of every column, the number included that the database gave.</summary>
    public string RestoreText { get; }

    public string UpdateText { get; }

    public static RowMap Of(HubDbContext context, Type row) => Maps.GetOrAdd(row, static (type, model) => new RowMap(
        model.FindEntityType(type) ?? throw new InvalidOperationException($"{type} is no row of the model.")), context.Model);

    private static string Assignment(RowColumn column) => $"{column.Quoted} = {column.Parameter}";

    private static string List(IEnumerable<RowColumn> columns, Func<RowColumn, string> text) => string.Join(", ", columns.Select(text));
}

/// <summary>One column of a table.</summary>
internal sealed class RowColumn(IProperty property, string parameter)
{
    private readonly PropertyInfo _property = property.PropertyInfo!;
    private readonly ValueConverter? _converter = property.GetTypeMapping().Converter;

    public string Parameter => parameter;

    public string Name { get; } = property.GetColumnName();

    public string Quoted { get; } = $"\"{property.GetColumnName()}\"";

    /// <summary>Whether it holds a position, a number that the hub gave, or another that names nobody.</summary>
    public bool IsNumber { get; } = property.ClrType == typeof(long) || property.ClrType == typeof(int);

    public bool IsKey { get; } = property.IsPrimaryKey();

    public bool IsGenerated { get; } = property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.OnAdd;

    /// <summary>The row's value as the database takes it.</summary>
    public object? Read(object row)
    {
        var value = _property.GetValue(row);
        return value is null || _converter is null ? value : _converter.ConvertToProvider(value);
    }

    public void Write(object row, object value) => _property.SetValue(row, value);
}
