namespace DynamoToolkit.Integration.Tests.Docs.FromContext;

public enum OrderState
{
    Open,
    Shipped,
}
