using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IntegrationHub.Storage.Rows;

/// <summary>One column of a table.</summary>
internal sealed class RowColumn
{
    private readonly PropertyInfo _property;
    private readonly ValueConverter? _converter;
    private readonly Type _stored;

    public RowColumn(IProperty property)
    {
        _property = property.PropertyInfo!;
        _converter = property.GetTypeMapping().Converter;
        Name = property.GetColumnName();
        Quoted = $"\"{Name}\"";
        StoreType = property.GetRelationalTypeMapping().StoreType;
        IsNumber = property.ClrType == typeof(long) || property.ClrType == typeof(int);
        IsKey = property.IsPrimaryKey();
        IsGenerated = IsKey && property.ValueGenerated == ValueGenerated.OnAdd;
        _stored = Stored(_converter?.ProviderClrType ?? property.ClrType, property.IsNullable);
    }

    public string Name { get; }

    public string Quoted { get; }

    /// <summary>What the engine calls its type.</summary>
    public string StoreType { get; }

    /// <summary>Whether it holds a position, a number that the hub gave, or another that names nobody.</summary>
    public bool IsNumber { get; }

    public bool IsKey { get; }

    public bool IsGenerated { get; }

    /// <summary>The row's value as the database takes it.</summary>
    public object? Read(object row)
    {
        var value = _property.GetValue(row);
        return value is null || _converter is null ? value : _converter.ConvertToProvider(value);
    }

    /// <summary>The values of many rows, as an array that the database takes.</summary>
    public Array ReadAll(ReadOnlySpan<object> rows)
    {
        var values = Array.CreateInstance(_stored, rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            if (Read(rows[i]) is { } value)
                values.SetValue(value is byte small ? (short)small : value, i);
        }
        return values;
    }

    public void Write(object row, object value) => _property.SetValue(row, value);

    /// <summary>An array of single bytes would be taken for one long value, so a byte is stored as the engine does, in two.</summary>
    private static Type Stored(Type type, bool nullable)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(byte))
            plain = typeof(short);
        return plain.IsValueType && nullable ? typeof(Nullable<>).MakeGenericType(plain) : plain;
    }
}
