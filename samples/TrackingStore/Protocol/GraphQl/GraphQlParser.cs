using System.Text.Json;
using System.Text.Json.Nodes;
using static TrackingStore.Protocol.GraphQl.GraphQlTokenKind;

namespace TrackingStore.Protocol.GraphQl;

/// <summary>
/// Reads documents, by recursive descent. It takes operations, fragments, aliases, variables and directives, and limits what a document may
/// have, so that what it takes does not depend on who wrote it.
/// </summary>
internal sealed class GraphQlParser
{
    /// <summary>How deep selections, lists and objects may be nested.</summary>
    public const int MaxDepth = 10;

    /// <summary>The selections of a document, in all of its operations and fragments.</summary>
    public const int MaxSelections = 1000;

    /// <summary>The aliases of a document.</summary>
    public const int MaxAliases = 10;

    /// <summary>The elements of a list.</summary>
    public const int MaxElements = 1000;

    private readonly List<GraphQlToken> tokens;
    private int at;
    private int selections;
    private int aliases;

    private GraphQlParser(List<GraphQlToken> tokens) => this.tokens = tokens;

    private GraphQlToken Current => tokens[at];

    /// <summary>Reads a document.</summary>
    /// <exception cref="GraphQlException">It is not one, or has too much of something.</exception>
    public static GraphQlDocument Parse(string document)
    {
        var parser = new GraphQlParser(GraphQlLexer.Tokenize(document));
        var operations = new List<GraphQlOperation>();
        var fragments = new Dictionary<string, GraphQlFragment>();
        do
        {
            if (parser.TakeName("fragment")) parser.ReadFragment(fragments);
            else operations.Add(parser.ReadOperation());
        }
        while (parser.Current.Kind != End);
        if (operations.DistinctBy(operation => operation.Name).Count() < operations.Count)
            throw new GraphQlException("There are several operations of the same name, or without one.");
        return new GraphQlDocument(operations, fragments);
    }

    private void ReadFragment(Dictionary<string, GraphQlFragment> fragments)
    {
        var name = ReadName();
        if (!TakeName("on")) throw Unexpected();
        var type = ReadName();
        ReadDirectives();
        if (!fragments.TryAdd(name, new GraphQlFragment(type, ReadSelections(1))))
            throw new GraphQlException($"There can be only one fragment named '{name}'.");
    }

    private GraphQlOperation ReadOperation()
    {
        if (Current is { Kind: Mark, Text: "{" }) return new GraphQlOperation(null, false, NoVariables, ReadSelections(1));
        var isMutation = TakeName("mutation");
        if (!isMutation && !TakeName("query")) throw Unexpected();
        var name = Current.Kind == Name ? ReadName() : null;
        var variables = ReadVariables();
        ReadDirectives();
        return new GraphQlOperation(name, isMutation, variables, ReadSelections(1));
    }

    private static Dictionary<string, GraphQlVariable> NoVariables => [];

    private Dictionary<string, GraphQlVariable> ReadVariables()
    {
        var variables = NoVariables;
        if (!TakeMark("(")) return variables;
        while (!TakeMark(")"))
        {
            Expect("$");
            var name = ReadName();
            Expect(":");
            var isRequired = ReadType(1);
            var standard = TakeMark("=") ? ReadValue(1) : null;
            ReadDirectives();
            if (!variables.TryAdd(name, new GraphQlVariable(isRequired && standard is null, standard)))
                throw new GraphQlException($"There can be only one variable named '${name}'.");
        }

        return variables;
    }

    /// <summary>Reads a type, and returns whether its values cannot be null. What it is shows when the argument is read.</summary>
    private bool ReadType(int depth)
    {
        RequireDepth(depth);
        if (TakeMark("["))
        {
            ReadType(depth + 1);
            Expect("]");
        }
        else
        {
            ReadName();
        }

        return TakeMark("!");
    }

    private List<GraphQlSelection> ReadSelections(int depth)
    {
        RequireDepth(depth);
        Expect("{");
        var found = new List<GraphQlSelection>();
        do
        {
            if (++selections > MaxSelections) throw new GraphQlException($"Query exceeds maximum total selections of {MaxSelections}");
            found.Add(TakeMark("...") ? ReadSpread(depth) : ReadField(depth));
        }
        while (!TakeMark("}"));
        return found;
    }

    private GraphQlSelection ReadSpread(int depth)
    {
        if (Current.Kind == Name && Current.Text != "on") return new GraphQlSpread(ReadName(), ReadDirectives());
        var type = TakeName("on") ? ReadName() : null;
        var directives = ReadDirectives();
        return new GraphQlInline(ReadSelections(depth + 1), directives, type);
    }

    private GraphQlField ReadField(int depth)
    {
        var (key, name) = (ReadName(), (string?)null);
        if (TakeMark(":"))
        {
            if (++aliases > MaxAliases) throw new GraphQlException($"GraphQL queries should have at most {MaxAliases} aliases");
            name = ReadName();
        }

        var arguments = ReadArguments();
        var directives = ReadDirectives();
        List<GraphQlSelection> fields = Current is { Kind: Mark, Text: "{" } ? ReadSelections(depth + 1) : [];
        return new GraphQlField(key, name ?? key, arguments, directives, fields);
    }

    private List<GraphQlDirective> ReadDirectives()
    {
        var directives = new List<GraphQlDirective>();
        while (TakeMark("@"))
        {
            var name = ReadName();
            if (name is not ("include" or "skip" or "component")) throw new GraphQlException($"Unknown directive '@{name}'.");
            directives.Add(new GraphQlDirective(name, ReadArguments()));
        }

        return directives;
    }

    private Dictionary<string, GraphQlValue> ReadArguments()
    {
        var arguments = new Dictionary<string, GraphQlValue>();
        if (!TakeMark("(")) return arguments;
        do
        {
            var name = ReadName();
            Expect(":");
            if (!arguments.TryAdd(name, ReadValue(1))) throw new GraphQlException($"There can be only one argument named '{name}'.");
        }
        while (!TakeMark(")"));
        return arguments;
    }

    private GraphQlValue ReadValue(int depth)
    {
        RequireDepth(depth);
        if (TakeMark("$"))
        {
            var name = ReadName();
            return variables => variables.Use(name);
        }

        if (TakeMark("[")) return ReadList(depth);
        if (TakeMark("{")) return ReadObject(depth);
        var token = Current;
        at++;
        return token.Kind switch
        {
            Text => _ => JsonValue.Create(token.Text),
            Number => NumberOf(token.Text),
            Name => token.Text switch
            {
                "true" => _ => JsonValue.Create(true),
                "false" => _ => JsonValue.Create(false),
                "null" => _ => null,
                _ => _ => JsonValue.Create(token.Text), // the name of an enum's value
            },
            _ => throw Unexpected(token),
        };
    }

    private GraphQlValue ReadList(int depth)
    {
        var elements = new List<GraphQlValue>();
        while (!TakeMark("]"))
        {
            if (elements.Count == MaxElements) throw new GraphQlException($"A list of the query has more than {MaxElements} elements.");
            elements.Add(ReadValue(depth + 1));
        }

        return variables => new JsonArray([.. elements.Select(element => element(variables))]);
    }

    private GraphQlValue ReadObject(int depth)
    {
        var fields = new Dictionary<string, GraphQlValue>();
        while (!TakeMark("}"))
        {
            var name = ReadName();
            Expect(":");
            if (!fields.TryAdd(name, ReadValue(depth + 1))) throw new GraphQlException($"There can be only one field named '{name}'.");
        }

        return variables => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, field.Value(variables))));
    }

    private static GraphQlValue NumberOf(string text)
    {
        try
        {
            var number = JsonDocument.Parse(text).RootElement;
            return _ => JsonValue.Create(number);
        }
        catch (JsonException)
        {
            throw new GraphQlException($"Syntax Error: Invalid number: '{text}'.");
        }
    }

    private static void RequireDepth(int depth)
    {
        if (depth > MaxDepth) throw new GraphQlException($"Query exceeds maximum depth of {MaxDepth}");
    }

    private string ReadName()
    {
        if (Current.Kind != Name) throw Unexpected();
        return tokens[at++].Text;
    }

    private void Expect(string mark)
    {
        if (!TakeMark(mark)) throw Unexpected();
    }

    private bool TakeName(string name) => Take(Current.Kind == Name && Current.Text == name);

    private bool TakeMark(string mark) => Take(Current.Kind == Mark && Current.Text == mark);

    private bool Take(bool isNext)
    {
        if (isNext) at++;
        return isNext;
    }

    private GraphQlException Unexpected() => Unexpected(Current);

    private static GraphQlException Unexpected(GraphQlToken token) => new($"Syntax Error: Unexpected '{token.Text}'.");
}
