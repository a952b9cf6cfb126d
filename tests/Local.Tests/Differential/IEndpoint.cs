namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>Something that answers requests.</summary>
internal interface IEndpoint : IAsyncDisposable
{
    /// <summary>Answers a request.</summary>
    Task<Answer> CallAsync(Request request);
}
