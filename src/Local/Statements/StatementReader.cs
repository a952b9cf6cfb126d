using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Paths;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Statements;

/// <summary>The common part of the parts of the parser: tokens, names, paths and parameters.</summary>
internal abstract class StatementReader(string statement, IReadOnlyList<Value> parameters)
{
    // Deeper nesting would exhaust the stack.
    private const int MaxNesting = 200;

    private readonly List<StatementToken> tokens = StatementTokenizer.Tokenize(statement);
    private int position;
    private int used;
    private int nesting;

    /// <summary>The token at the current position.</summary>
    protected StatementToken Current => tokens[position];

    /// <summary>The token after the current one.</summary>
    protected StatementToken Following => tokens[Math.Min(position + 1, tokens.Count - 1)];

    /// <summary>Takes the current token.</summary>
    protected StatementToken Take() => Current.Kind == StatementTokenKind.End ? throw Unexpected() : tokens[position++];

    /// <summary>Takes the current token if it is the symbol.</summary>
    protected bool TakeIf(string symbol) => Skip(Current.Is(symbol));

    /// <summary>Takes the current token if it is the keyword.</summary>
    protected bool TakeKeyword(string keyword) => Skip(Current.IsKeyword(keyword));

    /// <summary>Takes the symbol, or fails.</summary>
    protected void Expect(string symbol)
    {
        if (!TakeIf(symbol))
            throw Unexpected();
    }

    /// <summary>Takes the keyword, or fails.</summary>
    protected void ExpectKeyword(string keyword)
    {
        if (!TakeKeyword(keyword))
            throw Unexpected();
    }

    /// <summary>Fails unless everything has been read and every parameter used.</summary>
    protected void ExpectEnd()
    {
        TakeIf(";");
        if (Current.Kind != StatementTokenKind.End)
            throw Unexpected();
        if (used != parameters.Count)
            throw DynamoError.Validation("Number of parameters in request and statement don't match.");
    }

    /// <summary>Reads a name, bare or in double quotes.</summary>
    protected string ReadName() =>
        Current.Kind is StatementTokenKind.Word or StatementTokenKind.QuotedName ? Take().Text : throw Unexpected();

    /// <summary>Reads a path: a name, then any number of <c>.name</c> and <c>[0]</c>.</summary>
    protected DocumentPath ReadPath()
    {
        var elements = new List<PathElement> { PathElement.Member(ReadName()) };
        while (true)
        {
            if (TakeIf("."))
            {
                elements.Add(PathElement.Member(ReadName()));
            }
            else if (TakeIf("["))
            {
                elements.Add(ReadElement());
                Expect("]");
            }
            else
            {
                return new DocumentPath([.. elements]);
            }
        }
    }

    /// <summary>Takes the parameter that the current question mark stands for.</summary>
    protected Value TakeParameter()
    {
        Expect("?");
        return used < parameters.Count
            ? parameters[used++]
            : throw DynamoError.Validation("Number of parameters in request and statement don't match.");
    }

    /// <summary>Enters a nested part.</summary>
    protected void Enter()
    {
        if (++nesting > MaxNesting)
            throw StatementErrors.Invalid("The statement is nested too deeply");
    }

    /// <summary>Leaves a nested part.</summary>
    protected void Leave() => nesting--;

    /// <summary>The error of a token that cannot stand where it does.</summary>
    protected DynamoError Unexpected() => StatementErrors.Invalid($"Unexpected token '{Current.Text}' at 1:{Current.Start + 1}");

    private bool Skip(bool matches)
    {
        if (matches)
            position++;
        return matches;
    }

    private PathElement ReadElement()
    {
        if (Current.Kind == StatementTokenKind.Text)
            return PathElement.Member(Take().Text);
        return Current.Kind == StatementTokenKind.Number && int.TryParse(Current.Text, out var index)
            ? PathElement.At(Advance(index))
            : throw Unexpected();
    }

    private int Advance(int index)
    {
        position++;
        return index;
    }
}
