using System.Collections.Immutable;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Sdk;

/// <summary>A request of the AWS SDK that is created with its properties: <c>new QueryRequest { TableName = "runs", … }</c>.</summary>
/// <param name="Creation">The creation.</param>
/// <param name="ItemTypes">All item types of the compilation.</param>
/// <param name="Report">Takes what a rule finds.</param>
/// <param name="CancellationToken">Cancels the work.</param>
internal sealed record SdkRequest(
    IObjectCreationOperation Creation, ItemTypes ItemTypes, Action<ModelProblem> Report, CancellationToken CancellationToken)
{
    /// <summary>The namespace of the requests.</summary>
    public const string Namespace = "Amazon.DynamoDBv2.Model";

    /// <summary>The properties that hold expressions.</summary>
    public static readonly ImmutableArray<string> Expressions =
        ["FilterExpression", "ConditionExpression", "UpdateExpression", "ProjectionExpression", "KeyConditionExpression"];

    private readonly Dictionary<string, IOperation> properties = (Creation.Initializer?.Initializers ?? [])
        .OfType<ISimpleAssignmentOperation>()
        .Where(assignment => assignment.Target is IPropertyReferenceOperation)
        .GroupBy(assignment => ((IPropertyReferenceOperation)assignment.Target).Property.Name)
        .ToDictionary(one => one.Key, one => one.First().Value);

    /// <summary>The request's type, without its namespace.</summary>
    public string Name => Creation.Type!.Name;

    /// <summary>The table that the request names, if an item type of the compilation describes it.</summary>
    public string? Table => Text("TableName") is { } name && Types(name).Count > 0 ? name : null;

    /// <summary>A property as the source sets it.</summary>
    public IOperation? Property(string name) => properties.TryGetValue(name, out var value) ? value : null;

    /// <summary>A property that is a constant text.</summary>
    public string? Text(string name) => Property(name)?.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    /// <summary>The models of the item types of a table.</summary>
    public IReadOnlyList<ItemSpec> Types(string table) =>
        [.. ItemTypes.OfTable(table, CancellationToken).Select(type => type.Spec).OfType<ItemSpec>().Where(spec => !spec.IsSkeleton)];

    /// <summary>What ExpressionAttributeNames maps placeholders to; null if the source does not show all of it.</summary>
    public IReadOnlyDictionary<string, string>? Placeholders()
    {
        var names = new Dictionary<string, string>();
        if (Property("ExpressionAttributeNames") is not { } value)
            return names;
        foreach (var (key, name) in Entries(value) ?? [])
        {
            if (key.ConstantValue is not { HasValue: true, Value: string placeholder }
                || name.ConstantValue is not { HasValue: true, Value: string text })
            {
                return null;
            }

            names[placeholder] = text;
        }

        return Entries(value) is null ? null : names;
    }

    /// <summary>The entries of a dictionary that the source writes out; null for any other.</summary>
    public static IReadOnlyList<(IOperation Key, IOperation Value)>? Entries(IOperation dictionary)
    {
        while (dictionary is IConversionOperation conversion)
            dictionary = conversion.Operand;
        if (dictionary is not IObjectCreationOperation { Arguments.Length: 0, Initializer.Initializers: var initializers })
            return null;
        var entries = new List<(IOperation, IOperation)>();
        foreach (var one in initializers)
        {
            switch (one)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [var key] }, Value: var value }:
                    entries.Add((key.Value, value));
                    break;
                case IInvocationOperation { Arguments: [var key, var value] }:
                    entries.Add((key.Value, value.Value));
                    break;
                default:
                    return null;
            }
        }

        return entries;
    }

    /// <summary>Where a part of a constant text stands, or the whole text where the source writes it with escapes.</summary>
    public static Location LocationIn(IOperation text, int start, int length)
    {
        if (text.Syntax is LiteralExpressionSyntax { Token: var token } && token.Text.Length == token.ValueText.Length + 2)
            return Location.Create(text.Syntax.SyntaxTree, new(token.SpanStart + 1 + start, length));
        return text.Syntax.GetLocation();
    }
}
