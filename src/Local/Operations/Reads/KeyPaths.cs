using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Conditions;
using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Expressions.Paths;
using DynamoToolkit.Local.Schema;

namespace DynamoToolkit.Local.Operations.Reads;

/// <summary>Checks that no path of an expression goes below a key attribute, because keys are scalars.</summary>
internal static class KeyPaths
{
    /// <summary>Checks a projection.</summary>
    public static void CheckScalars(TableSchema schema, Projection? projection)
    {
        foreach (var path in projection?.Paths ?? [])
            CheckScalar(schema, path);
    }

    /// <summary>Checks a condition or filter.</summary>
    public static void CheckScalars(TableSchema schema, Condition? condition) => condition?.VisitOperands(CheckOf(schema));

    /// <summary>Checks what an update sets an attribute to.</summary>
    public static void CheckScalars(TableSchema schema, Operand? operand) => operand?.Visit(CheckOf(schema));

    /// <summary>Checks one path.</summary>
    public static void CheckScalar(TableSchema schema, DocumentPath path)
    {
        if (!path.IsNested)
            return;

        var kind = schema.Keys.Has(path.Attribute) ? "Key"
            : schema.Indexes.Any(index => index.Keys.Has(path.Attribute)) ? "IndexKey"
            : null;
        if (kind is not null)
        {
            throw DynamoError.Validation(
                $"Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: {kind}: {path.Attribute}");
        }
    }

    // A method to itself: where there is nothing to check, nothing is allocated.
    private static Action<Operand> CheckOf(TableSchema schema) => operand =>
    {
        if (operand is PathOperand { Path: var path })
            CheckScalar(schema, path);
    };
}
