using DynamoToolkit.Integration.Tests.Support;

namespace DynamoToolkit.Integration.Tests.Access;

/// <summary>Every access with generated types, against the engine over HTTP, through an ordinary client of the AWS SDK.</summary>
public sealed class OverBridgeAccessTests(OverBridge fixture) : AccessTests(fixture.Database), IClassFixture<OverBridge>;
