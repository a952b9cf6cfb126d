using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions;
using DynamoToolkit.Local.Schema;

namespace DynamoToolkit.Local.Operations.Reads;

/// <summary>Keys are scalars: no path of an expression may go below one.</summary>
internal static class KeyPaths
{
    /// <summary>Checks a projection.</summary>
    public static void CheckScalars(TableSchema schema, Projection? projection)
    {
        foreach (var path in projection?.Paths ?? [])
            CheckScalar(schema, path);
    }

    /// <summary>Checks a condition or filter.</summary>
    public static void CheckScalars(TableSchema schema, Condition? condition) => condition?.VisitOperands(operand =>
    {
        if (operand is PathOperand { Path: var path })
            CheckScalar(schema, path);
    });

    /// <summary>Checks one path.</summary>
    public static void CheckScalar(TableSchema schema, DocumentPath path)
    {
        if (!path.IsNested)
            return;

        if (schema.Keys.Has(path.Attribute))
            throw DynamoError.Validation($"Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: {path.Attribute}");
        if (schema.Indexes.Any(index => index.Keys.Has(path.Attribute)))
            throw DynamoError.Validation($"Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: IndexKey: {path.Attribute}");
    }
}
