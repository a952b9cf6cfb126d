using DynamoToolkit.Local.Errors;

namespace DynamoToolkit.Local.Expressions;

/// <summary>The mistakes found in one expression; only the first of the most important kind is reported.</summary>
internal sealed class ExpressionErrors(string parameter)
{
    private ErrorRank rank;
    private string? message;

    /// <summary>Notes a mistake.</summary>
    public void Add(ErrorRank newRank, string newMessage)
    {
        if (message is not null && rank <= newRank)
            return;

        rank = newRank;
        message = newMessage;
    }

    /// <summary>Throws what was noted, if anything was.</summary>
    /// <exception cref="DynamoError">There is a mistake.</exception>
    public void ThrowIfAny()
    {
        if (message is not null)
            throw Invalid(message);
    }

    /// <summary>A mistake that ends everything at once.</summary>
    public DynamoError Invalid(string text) => DynamoError.Validation($"Invalid {parameter}: {text}");
}
