using System.Globalization;
using System.Text;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Expressions.Paths;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Parsing;

/// <summary>The common part of all expression parsers: reading tokens and document paths, and the syntax error.</summary>
internal abstract class ExpressionParser
{
    private const int MaxBytes = 4096;
    private const int MaxOperators = 300;
    private const int MaxPathLevels = 32;

    // Deeper nesting is a mistake, and would exhaust the stack.
    private const int MaxNesting = 200;

    // All kinds of expressions share their keywords, so REMOVE is not a name in a condition, although it is not a reserved word.
    private static readonly string[] Keywords = ["BETWEEN", "IN", "AND", "OR", "NOT", "SET", "REMOVE", "ADD", "DELETE"];

    private readonly string text;
    private readonly List<Token> tokens;
    private int position;
    private int nesting;
    private int operators;

    protected ExpressionParser(string parameter, string text, ExpressionInputs inputs)
    {
        this.text = text;
        Inputs = inputs;
        Errors = new ExpressionErrors(parameter);
        if (text.Length == 0)
            throw Errors.Invalid("The expression can not be empty;");

        var size = Encoding.UTF8.GetByteCount(text);
        if (size > MaxBytes)
            throw Errors.Invalid($"Expression size has exceeded the maximum allowed size; expression size: {size}");
        tokens = Tokenizer.Tokenize(text);
    }

    /// <summary>The names and values of the request.</summary>
    protected ExpressionInputs Inputs { get; }

    /// <summary>The mistakes found so far.</summary>
    protected ExpressionErrors Errors { get; }

    /// <summary>The token at the current position.</summary>
    protected Token Current => tokens[position];

    /// <summary>The token after the current one.</summary>
    protected Token Following => tokens[Math.Min(position + 1, tokens.Count - 1)];

    /// <summary>Takes the current token.</summary>
    protected Token Take() => Current.Kind == TokenKind.End ? Current : tokens[position++];

    /// <summary>Takes the current token if it is the symbol.</summary>
    protected bool TakeIf(string symbol)
    {
        if (!Current.Is(symbol))
            return false;

        position++;
        return true;
    }

    /// <summary>Takes the current token if it is the keyword.</summary>
    protected bool TakeKeyword(string keyword)
    {
        if (!Current.IsKeyword(keyword))
            return false;

        position++;
        return true;
    }

    /// <summary>Takes the symbol, or fails.</summary>
    protected void Expect(string symbol)
    {
        if (!TakeIf(symbol))
            throw Unexpected();
    }

    /// <summary>Fails unless everything has been read.</summary>
    protected void ExpectEnd()
    {
        if (Current.Kind != TokenKind.End)
            throw Unexpected();
    }

    /// <summary>Takes an operator or a function's name. The service limits their number.</summary>
    protected Token TakeOperator()
    {
        operators++;
        return Take();
    }

    /// <summary>Fails if there are mistakes, or too many operators. The service counts up to the first operator too many.</summary>
    protected void ThrowIfInvalid()
    {
        Errors.ThrowIfAny();
        if (operators > MaxOperators)
            throw Errors.Invalid($"The expression contains too many operators; operator count: {MaxOperators + 1}");
    }

    /// <summary>Enters a nested part.</summary>
    protected void Enter()
    {
        if (++nesting > MaxNesting)
            throw Errors.Invalid("The expression is nested too deeply");
    }

    /// <summary>Leaves a nested part.</summary>
    protected void Leave() => nesting--;

    /// <summary>The syntax error at the current token. It also quotes the neighbouring tokens.</summary>
    protected DynamoError Unexpected()
    {
        var token = Current;
        var start = position > 0 ? tokens[position - 1].Start : 0;
        var end = Following.End;
        return Errors.Invalid($"Syntax error; token: \"{token.Text}\", near: \"{text[start..Math.Min(end, text.Length)]}\"");
    }

    /// <summary>Reads a path: a name, then any number of <c>.name</c> and <c>[0]</c>.</summary>
    protected DocumentPath ReadPath()
    {
        var elements = new List<PathElement> { PathElement.Member(ReadName()) };
        while (true)
        {
            if (TakeIf("."))
                elements.Add(PathElement.Member(ReadName()));
            else if (TakeIf("["))
                elements.Add(ReadIndex());
            else
                break;
        }

        if (elements.Count > MaxPathLevels)
        {
            Errors.Add(
                ErrorRank.UndefinedValueOrDepth,
                $"The document path has too many nesting levels; nesting levels: {elements.Count}");
        }

        return new DocumentPath([.. elements]);
    }

    /// <summary>Whether the current token can begin a path.</summary>
    protected bool AtName() => Current.Kind == TokenKind.NameReference || (Current.Kind == TokenKind.Word && !IsKeyword(Current));

    /// <summary>Whether the token is a keyword of conditions or updates.</summary>
    protected static bool IsKeyword(Token token) => Array.Exists(Keywords, token.IsKeyword);

    private string ReadName()
    {
        if (!AtName())
            throw Unexpected();

        var token = Take();
        if (token.Kind == TokenKind.NameReference)
        {
            if (Inputs.Name(token.Text) is { } name)
                return name;

            Errors.Add(
                ErrorRank.UndefinedName,
                $"An expression attribute name used in the document path is not defined; attribute name: {token.Text}");
            return token.Text;
        }

        if (ReservedWords.Contains(token.Text))
            Errors.Add(ErrorRank.Reserved, $"Attribute name is a reserved keyword; reserved keyword: {token.Text}");
        return token.Text;
    }

    private PathElement ReadIndex()
    {
        if (Current.Kind != TokenKind.Digits)
            throw Unexpected();

        var token = Take();
        Expect("]");
        if (!int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            Errors.Add(ErrorRank.ListIndex, $"List index is not within the allowable range; index: [{token.Text}]");
        return PathElement.At(index);
    }

    /// <summary>The value that a <c>:value</c> token stands for.</summary>
    protected Value ReadValue()
    {
        if (Current.Kind != TokenKind.ValueReference)
            throw Unexpected();

        var token = Take();
        if (Inputs.Value(token.Text) is { } value)
            return value;

        Errors.Add(
            ErrorRank.UndefinedValueOrDepth,
            $"An expression attribute value used in expression is not defined; attribute value: {token.Text}");
        return UndefinedValue.Instance;
    }
}
