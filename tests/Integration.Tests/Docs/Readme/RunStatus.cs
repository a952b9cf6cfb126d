namespace DynamoToolkit.Integration.Tests.Docs.Readme;

public enum RunStatus
{
    Running,
    Finished,
}
