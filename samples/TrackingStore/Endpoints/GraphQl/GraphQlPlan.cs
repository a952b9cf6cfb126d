using System.Text.Json;
using System.Text.Json.Nodes;
using TrackingStore.Protocol.GraphQl;

namespace TrackingStore.Endpoints.GraphQl;

/// <summary>
/// Puts the fields of an operation's fragments where they belong, and checks all of them, before anything is read. What a few fragments
/// that use each other become is limited as well.
/// </summary>
internal sealed class GraphQlPlan
{
    private const int MaxRootFields = 10;

    // The answer of one of them may already be long.
    private static readonly string[] Once =
        [GraphQlSchema.SearchRuns, GraphQlSchema.SearchModelVersions, GraphQlSchema.ListArtifacts, GraphQlSchema.SearchDatasets];

    private readonly GraphQlDocument document;
    private readonly GraphQlValues variables;
    private readonly HashSet<string> open = [];
    private int count;

    private GraphQlPlan(GraphQlDocument document, GraphQlValues variables)
    {
        this.document = document;
        this.variables = variables;
    }

    /// <summary>The fields that an operation asks for.</summary>
    /// <exception cref="GraphQlException">Something is not served.</exception>
    public static IReadOnlyList<PlannedField> Of(GraphQlDocument document, GraphQlOperation operation, GraphQlValues variables)
    {
        var type = operation.IsMutation ? GraphQlSchema.Mutation : GraphQlSchema.Query;
        var fields = new GraphQlPlan(document, variables).Plan([operation.Selections], type, 1);
        if (fields.Count > MaxRootFields)
            throw new GraphQlException($"GraphQL queries should have at most {MaxRootFields} root fields, got {fields.Count} root fields");
        return Once.FirstOrDefault(name => fields.Count(field => field.Name == name) > 1) is { } repeated
            ? throw new GraphQlException($"The query has more than one field '{repeated}'.")
            : fields;
    }

    private List<PlannedField> Plan(IEnumerable<IReadOnlyList<GraphQlSelection>> selections, string type, int depth)
    {
        if (depth > GraphQlParser.MaxDepth) throw new GraphQlException($"Query exceeds maximum depth of {GraphQlParser.MaxDepth}");
        var byKey = new OrderedDictionary<string, List<GraphQlField>>();
        foreach (var list in selections) Collect(list, byKey);
        return [.. byKey.Values.Select(fields => Plan(fields, type, depth))];
    }

    /// <summary>The fields of selections and of their fragments; those of the same key become one.</summary>
    private void Collect(IReadOnlyList<GraphQlSelection> selections, OrderedDictionary<string, List<GraphQlField>> byKey)
    {
        foreach (var selection in selections)
        {
            if (++count > GraphQlParser.MaxSelections)
                throw new GraphQlException($"Query exceeds maximum total selections of {GraphQlParser.MaxSelections}");
            if (!IsWanted(selection)) continue;
            switch (selection)
            {
                case GraphQlField field:
                    if (!byKey.TryGetValue(field.Key, out var same)) byKey.Add(field.Key, same = []);
                    same.Add(field);
                    break;
                case GraphQlInline inline:
                    Collect(inline.Fields, byKey);
                    break;
                case GraphQlSpread spread:
                    if (!document.Fragments.TryGetValue(spread.Name, out var fragment))
                        throw new GraphQlException($"Unknown fragment '{spread.Name}'.");
                    if (!open.Add(spread.Name)) throw new GraphQlException($"Cannot spread fragment '{spread.Name}' within itself.");
                    Collect(fragment.Selections, byKey);
                    open.Remove(spread.Name);
                    break;
            }
        }
    }

    private PlannedField Plan(List<GraphQlField> same, string type, int depth)
    {
        var (first, arguments) = (same[0], ArgumentsOf(same[0]));
        if (same.Skip(1).Any(field => field.Name != first.Name || !JsonNode.DeepEquals(ArgumentsOf(field), arguments)))
            throw new GraphQlException($"Fields '{first.Key}' conflict. Use different aliases on the fields.");
        var hasSelections = same.Exists(field => field.Selections.Count > 0);
        if (first.Name == PlannedField.TypeName && !hasSelections)
            return new PlannedField(first.Key, first.Name, new GraphQlType(type, false), [], []);

        var own = GraphQlSchema.TypeOf(type, first.Name);
        if (GraphQlSchema.HasFields(own.Name) != hasSelections)
        {
            throw new GraphQlException(hasSelections
                ? $"Field '{first.Name}' must not have a selection since type '{own.Name}' has no subfields."
                : $"Field '{first.Name}' of type '{own.Name}' must have a selection of subfields.");
        }

        return new PlannedField(
            first.Key, first.Name, own, arguments, hasSelections ? Plan(same.Select(field => field.Selections), own.Name, depth + 1) : []);
    }

    private JsonObject ArgumentsOf(GraphQlField field) =>
        new(field.Arguments.Select(argument => KeyValuePair.Create(argument.Key, argument.Value(variables))));

    private bool IsWanted(GraphQlSelection selection) => selection.Directives.All(directive => directive.Name switch
    {
        "include" => ConditionOf(directive),
        "skip" => !ConditionOf(directive),
        _ => true,
    });

    private bool ConditionOf(GraphQlDirective directive)
    {
        var value = directive.Arguments.GetValueOrDefault("if")?.Invoke(variables);
        return value?.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw new GraphQlException($"Directive '@{directive.Name}' needs a boolean argument 'if'."),
        };
    }
}
