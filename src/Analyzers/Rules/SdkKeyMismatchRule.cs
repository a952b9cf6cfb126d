using DynamoToolkit.Analyzers.Sdk;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2102: a key has exactly the table's key attributes, each with its type.</summary>
internal static class SdkKeyMismatchRule
{
    /// <summary>Looks at the key of a request.</summary>
    public static void Check(SdkRequest request, string table)
    {
        if (request.Property("Key") is not { } key || SdkRequest.Entries(key) is not { } entries
            || request.Types(table).FirstOrDefault() is not { PartitionKey: not null } spec)
        {
            return;
        }

        var expected = new[] { spec.PartitionKey, spec.SortKey }.OfType<KeySpec>().ToList();
        var given = new Dictionary<string, IOperation>();
        foreach (var (name, value) in entries)
        {
            if (name.ConstantValue is not { HasValue: true, Value: string text })
                return;
            given[text] = value;
        }

        if (Reason(expected, given) is { } reason)
        {
            request.Report(RuleTable.SdkKeyMismatch.Problem(
                key.Syntax.GetLocation(),
                ("table", table),
                ("keys", string.Join(" and ", expected.Select(one => $"'{one.AttributeName}' ({one.Wire})"))),
                ("reason", reason)));
        }
    }

    private static string? Reason(List<KeySpec> expected, Dictionary<string, IOperation> given)
    {
        foreach (var key in expected)
        {
            if (!given.TryGetValue(key.AttributeName, out var value))
                return $"lacks '{key.AttributeName}'";
            if (TypeOf(value) is { } type && type != key.Wire.ToString())
                return $"has '{key.AttributeName}' as {type}";
        }

        return given.Keys.FirstOrDefault(name => expected.TrueForAll(key => key.AttributeName != name)) is { } other
            ? $"has '{other}', too" : null;
    }

    /// <summary>The attribute type of a value that the source writes out.</summary>
    private static string? TypeOf(IOperation value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        if (value is not IObjectCreationOperation creation)
            return null;
        if (creation.Initializer?.Initializers is [ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target }]
            && target.Property.Name is var name)
        {
            return name is "S" or "N" or "B" or "BOOL" or "L" or "M" or "SS" or "NS" or "BS" or "NULL" ? name : null;
        }

        return creation is { Initializer: null, Arguments: [{ Value.Type.SpecialType: SpecialType.System_String }] } ? "S" : null;
    }
}
