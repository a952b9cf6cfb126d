using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Parsing;

/// <summary>The mistakes found in one expression. Only the first of the most important kind is reported.</summary>
internal sealed class ExpressionErrors(string parameter)
{
    private ErrorRank rank;
    private string? message;

    /// <summary>Records a mistake.</summary>
    public void Add(ErrorRank newRank, string newMessage)
    {
        if (message is not null && rank <= newRank)
            return;

        rank = newRank;
        message = newMessage;
    }

    /// <summary>Records an operand of a type that the operator or function does not accept.</summary>
    public void AddOperandType(string name, ValueKind kind) => AddOperandType(name, kind.Name());

    /// <summary>Records an operand of a type that the operator or function does not accept.</summary>
    public void AddOperandType(string name, string type) => Add(
        ErrorRank.Function,
        $"Incorrect operand type for operator or function; operator or function: {name}, operand type: {type}");

    /// <summary>Records a wrong number of operands.</summary>
    public void AddOperandCount(ErrorRank newRank, string name, int count) => Add(
        newRank,
        $"Incorrect number of operands for operator or function; operator or function: {name}, number of operands: {count}");

    /// <summary>Records an operand that should have been a document path.</summary>
    public void AddPathRequired(string name) => Add(
        ErrorRank.Function,
        $"Operator or function requires a document path; operator or function: {name}");

    /// <summary>Records a function name that this kind of expression does not know.</summary>
    public void AddUnknownFunction(string name, string problem = "Invalid function name") =>
        Add(ErrorRank.UnknownFunction, $"{problem}; function: {name}");

    /// <summary>Records a function that stands where it is not allowed.</summary>
    public void AddMisusedFunction(string name) => Add(
        ErrorRank.MisusedFunction,
        $"The function is not allowed to be used this way in an expression; function: {name}");

    /// <summary>Throws if any mistake was recorded.</summary>
    /// <exception cref="DynamoError">There is a mistake.</exception>
    public void ThrowIfAny()
    {
        if (message is not null)
            throw Invalid(message);
    }

    /// <summary>The error of a mistake that ends parsing at once.</summary>
    public DynamoError Invalid(string text) => DynamoError.Validation($"Invalid {parameter}: {text}");
}
