namespace DynamoToolkit.Integration.Tests.Model;

public enum RunStatus
{
    Scheduled,
    Running,
    Finished,
    Failed,
}
