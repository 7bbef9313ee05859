using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>
/// The trained model: two linear banks over hashed features, and per <see cref="ContextMode"/> a set of small networks
/// with calibration and thresholds. Immutable; safe to share between threads. Scoring a text allocates nothing.
/// <list type="bullet">
/// <item>One utterance: <see cref="ScoreClient(ReadOnlySpan{char}, BehaviorGroup)"/>, <see cref="ScoreCounselor(ReadOnlySpan{char}, BehaviorGroup)"/>,
/// and <see cref="ClientDirection(ReadOnlySpan{char}, BehaviorGroup, out float)"/> when only the direction is wanted.</item>
/// <item>Live: the overloads that take a <see cref="ContextState"/> and move it on.</item>
/// <item>A whole session: <see cref="FillTurn"/> for each turn, then <see cref="RunSession"/>, then
/// <see cref="ReadClient"/> or <see cref="ReadCounselor"/> on each turn's outputs.</item>
/// <item>Evidence: <see cref="ExplainClient"/> and <see cref="ExplainCounselor"/> say what each character adds.</item>
/// </list>
/// </summary>
internal sealed class CodingModel
{
    public const string ResourceName = "MotivationalInterviewing.Models.coding.model";
    private const uint Magic = 0x324D494D; // "MIM2"

    private static readonly Lazy<CodingModel> s_default = new(LoadDefault);

    private readonly LinearBank _client;
    private readonly LinearBank _counselor;
    private readonly TurnNetwork[][] _networks;
    private readonly ModeDecisions[] _decisions;
    private readonly Lazy<DirectionTable> _direction;

    internal CodingModel(LinearBank client, LinearBank counselor, TurnNetwork[][] networks, ModeDecisions[] decisions)
    {
        _client = client;
        _counselor = counselor;
        _networks = networks;
        _decisions = decisions;
        _direction = new(() => new DirectionTable(client, networks[(int)ContextMode.Single][0], decisions[(int)ContextMode.Single].Direction));
        foreach (var network in networks[(int)ContextMode.Live]) LiveStateLength += network.Hidden;
    }

    /// <summary>The model that ships with the library.</summary>
    public static CodingModel Default => s_default.Value;

    /// <summary>Numbers that a <see cref="ContextState"/> keeps.</summary>
    public int LiveStateLength { get; }

    /// <summary>The direction of one client utterance, without kinds: the fastest question.</summary>
    public TalkDirection ClientDirection(ReadOnlySpan<char> text, BehaviorGroup behavior, out float confidence)
    {
        Span<float> p = stackalloc float[3];
        var direction = ClientDirection(text, behavior, p);
        confidence = p[(int)direction];
        return direction;
    }

    /// <summary>The same with the probabilities of neutral, change and sustain.</summary>
    public TalkDirection ClientDirection(ReadOnlySpan<char> text, BehaviorGroup behavior, Span<float> p)
    {
        _direction.Value.Score(text, behavior, p);
        return (TalkDirection)_decisions[(int)ContextMode.Single].Direction.Choose(p);
    }

    /// <summary>One client utterance alone.</summary>
    public ClientScores ScoreClient(ReadOnlySpan<char> text, BehaviorGroup behavior)
    {
        Span<float> z = stackalloc float[ModelLayout.Outputs];
        Single(true, text, behavior, z);
        return ReadClient(z, ContextMode.Single);
    }

    /// <summary>One counselor utterance alone.</summary>
    public CounselorScores ScoreCounselor(ReadOnlySpan<char> text, BehaviorGroup behavior)
    {
        Span<float> z = stackalloc float[ModelLayout.Outputs];
        Single(false, text, behavior, z);
        return ReadCounselor(z, ContextMode.Single);
    }

    /// <summary>A client turn after what was said so far; moves the state on.</summary>
    public ClientScores ScoreClient(ReadOnlySpan<char> text, ContextState state)
    {
        Span<float> z = stackalloc float[ModelLayout.Outputs];
        Live(true, text, state, z);
        return ReadClient(z, ContextMode.Live);
    }

    /// <summary>A counselor turn after what was said so far; moves the state on.</summary>
    public CounselorScores ScoreCounselor(ReadOnlySpan<char> text, ContextState state)
    {
        Span<float> z = stackalloc float[ModelLayout.Outputs];
        Live(false, text, state, z);
        return ReadCounselor(z, ContextMode.Live);
    }

    /// <summary>Scans a turn into the vector that networks read: <see cref="ModelLayout.TurnVector"/> numbers, no words.</summary>
    public void FillTurn(bool client, ReadOnlySpan<char> text, BehaviorGroup behavior, Span<float> vector, bool alone = false)
    {
        Span<float> scores = stackalloc float[ModelLayout.Row];
        var shape = (client ? _client : _counselor).Score(text, behavior, scores);
        TurnVectors.Fill(client, scores, shape, behavior, 0, alone, vector);
    }

    /// <summary>Reads a whole session both ways.</summary>
    /// <param name="vectors">One vector per turn, in order.</param>
    /// <param name="turns">The number of turns.</param>
    /// <param name="outputs">Receives <see cref="ModelLayout.Outputs"/> numbers per turn.</param>
    public void RunSession(ReadOnlySpan<float> vectors, int turns, Span<float> outputs) =>
        Run(_networks[(int)ContextMode.Session], vectors, turns, outputs);

    /// <summary>Calibration and thresholds of a mode.</summary>
    internal ModeDecisions DecisionsOf(ContextMode mode) => _decisions[(int)mode];

    /// <summary>The same for any mode: live reads left to right only, single reads each turn alone.</summary>
    internal void RunMode(ContextMode mode, ReadOnlySpan<float> vectors, int turns, Span<float> outputs) =>
        Run(_networks[(int)mode], vectors, turns, outputs);

    /// <summary>Turns the outputs of a client turn into scores.</summary>
    public ClientScores ReadClient(ReadOnlySpan<float> outputs, ContextMode mode)
    {
        var d = _decisions[(int)mode];
        Span<float> p = stackalloc float[3];
        var choice = d.Direction.Decide(outputs.Slice(ModelLayout.OutDirection, 3), p);
        var scores = new ClientScores { Neutral = p[0], Change = p[1], Sustain = p[2], Direction = (TalkDirection)choice };
        for (var k = 0; k < ModelLayout.Kinds; k++) scores.Kinds[k] = Kernels.Sigmoid(outputs[ModelLayout.OutKinds + k]);
        scores.KindMask = d.ChooseKinds(outputs, choice);
        scores.Strength = 5 * Kernels.Sigmoid(outputs[ModelLayout.OutStrength]);
        scores.Discord = Kernels.Sigmoid(outputs[ModelLayout.OutFlags]);
        scores.Interest = Kernels.Sigmoid(outputs[ModelLayout.OutFlags + 1]);
        return scores;
    }

    /// <summary>Turns the outputs of a counselor turn into scores.</summary>
    public CounselorScores ReadCounselor(ReadOnlySpan<float> outputs, ContextMode mode)
    {
        var d = _decisions[(int)mode];
        Span<float> p = stackalloc float[4];
        var choice = d.Main.Decide(outputs.Slice(ModelLayout.OutMain, 4), p);
        var scores = new CounselorScores { Other = p[0], Question = p[1], Reflection = p[2], Input = p[3], Main = (CounselorMain)choice };
        for (var k = 0; k < ModelLayout.Codes; k++) scores.Codes[k] = Kernels.Sigmoid(outputs[ModelLayout.OutCodes + k]);
        scores.CodeMask = d.ChooseCodes(outputs);
        Span<float> open = [0, outputs[ModelLayout.OutOpen]];
        Span<float> asked = stackalloc float[2];
        scores.IsOpen = d.Open.Decide(open, asked) == 1;
        scores.Open = asked[1];
        return scores;
    }

    /// <summary>
    /// What each character of a client text adds to a direction (against neutral) by the linear stage: positive numbers
    /// speak for it. The buffer is as long as the text and is added to.
    /// </summary>
    public void ExplainClient(ReadOnlySpan<char> text, BehaviorGroup behavior, TalkDirection direction, Span<float> perCharacter) =>
        _client.Explain(text, behavior, ModelLayout.ClientDirection + (int)direction, direction == TalkDirection.Neutral ? -1 : ModelLayout.ClientDirection, perCharacter);

    /// <summary>The same for a signed kind, by its place in <see cref="ModelLayout.ClientKindNames"/>.</summary>
    public void ExplainClientKind(ReadOnlySpan<char> text, BehaviorGroup behavior, int kind, Span<float> perCharacter) =>
        _client.Explain(text, behavior, ModelLayout.ClientKinds + kind, -1, perCharacter);

    /// <summary>The same for a counselor code, by its place in <see cref="ModelLayout.CounselorCodeNames"/>.</summary>
    public void ExplainCounselor(ReadOnlySpan<char> text, BehaviorGroup behavior, int code, Span<float> perCharacter) =>
        _counselor.Explain(text, behavior, ModelLayout.CounselorCodes + code, -1, perCharacter);

    /// <summary>Means of several networks over a session.</summary>
    internal static void Run(ReadOnlySpan<TurnNetwork> networks, ReadOnlySpan<float> vectors, int turns, Span<float> outputs)
    {
        const int In = ModelLayout.TurnVector;
        const int Out = ModelLayout.Outputs;
        outputs[..(turns * Out)].Clear();
        foreach (var network in networks)
        {
            var h = network.Hidden;
            var rented = ArrayPool<float>.Shared.Rent((turns + 1) * h);
            var state = rented.AsSpan(turns * h, h);
            if (network.BothWays)
            {
                state.Clear();
                for (var t = turns - 1; t >= 0; t--)
                {
                    network.Step(1, vectors.Slice(t * In, In), state);
                    state.CopyTo(rented.AsSpan(t * h));
                }
            }

            state.Clear();
            for (var t = 0; t < turns; t++)
            {
                var x = vectors.Slice(t * In, In);
                if (h > 0) network.Step(0, x, state);
                network.AddOutputs(x, state, network.BothWays ? rented.AsSpan(t * h, h) : default, 1f / networks.Length, outputs.Slice(t * Out, Out));
            }

            ArrayPool<float>.Shared.Return(rented);
        }
    }

    private void Single(bool client, ReadOnlySpan<char> text, BehaviorGroup behavior, Span<float> z)
    {
        Span<float> x = stackalloc float[ModelLayout.TurnVector];
        FillTurn(client, text, behavior, x, alone: true);
        z.Clear();
        var networks = _networks[(int)ContextMode.Single];
        foreach (var network in networks) network.AddOutputs(x, default, default, 1f / networks.Length, z);
    }

    private void Live(bool client, ReadOnlySpan<char> text, ContextState state, Span<float> z)
    {
        Span<float> x = stackalloc float[ModelLayout.TurnVector];
        FillTurn(client, text, state.Behavior, x);
        z.Clear();
        var networks = _networks[(int)ContextMode.Live];
        var at = 0;
        foreach (var network in networks)
        {
            var h = state.States.AsSpan(at, network.Hidden);
            network.Step(0, x, h);
            network.AddOutputs(x, h, default, 1f / networks.Length, z);
            at += network.Hidden;
        }

        state.Turns++;
    }

    // The file: magic, two banks, three modes. Little-endian throughout.

    /// <summary>Writes the model file.</summary>
    internal void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(ModelLayout.WordBits);
        writer.Write(ModelLayout.CharacterBits);
        foreach (var bank in new[] { _client, _counselor })
        {
            WriteFloats(writer, bank.Bias);
            WriteFloats(writer, bank.ColumnScales);
            writer.Write(MemoryMarshal.AsBytes(bank.Weights));
        }

        for (var mode = 0; mode < 3; mode++)
        {
            writer.Write(_networks[mode].Length);
            foreach (var network in _networks[mode])
            {
                writer.Write(network.Hidden);
                writer.Write(network.BothWays);
                foreach (var w in network.Weights) writer.Write((Half)w);
            }

            var d = _decisions[mode];
            WriteFloats(writer, d.Direction.Scale);
            WriteFloats(writer, d.Direction.Bias);
            WriteFloats(writer, d.Direction.Multiplier);
            WriteFloats(writer, d.Main.Scale);
            WriteFloats(writer, d.Main.Bias);
            WriteFloats(writer, d.Main.Multiplier);
            WriteFloats(writer, d.Open.Scale);
            WriteFloats(writer, d.Open.Bias);
            WriteFloats(writer, d.Open.Multiplier);
            WriteFloats(writer, d.KindThresholds);
            WriteFloats(writer, d.CodeThresholds);
        }
    }

    /// <summary>Reads a model file.</summary>
    /// <param name="stream">The file, from where it stands.</param>
    /// <param name="stays">True when the stream's memory outlives the process, as that of a resource does: rows are then read in place.</param>
    /// <exception cref="InvalidDataException">Not a model of this version.</exception>
    internal static CodingModel Read(Stream stream, bool stays = false)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        if (reader.ReadUInt32() != Magic || reader.ReadInt32() != ModelLayout.WordBits || reader.ReadInt32() != ModelLayout.CharacterBits)
        {
            throw new InvalidDataException("This is not a coding model of this version.");
        }

        var banks = new LinearBank[2];
        for (var i = 0; i < 2; i++)
        {
            var bias = ReadFloats(reader, ModelLayout.Row);
            var scales = ReadFloats(reader, ModelLayout.Row);
            banks[i] = new LinearBank(ReadRows(stream, stays), scales, bias);
        }

        var networks = new TurnNetwork[3][];
        var decisions = new ModeDecisions[3];
        for (var mode = 0; mode < 3; mode++)
        {
            networks[mode] = new TurnNetwork[reader.ReadInt32()];
            for (var n = 0; n < networks[mode].Length; n++)
            {
                var network = new TurnNetwork(reader.ReadInt32(), reader.ReadBoolean());
                ReadHalves(stream, network.Weights);
                networks[mode][n] = network;
            }

            decisions[mode] = new ModeDecisions(
                new ClassDecision(ReadFloats(reader, 3), ReadFloats(reader, 3), ReadFloats(reader, 3)),
                new ClassDecision(ReadFloats(reader, 4), ReadFloats(reader, 4), ReadFloats(reader, 4)),
                new ClassDecision(ReadFloats(reader, 2), ReadFloats(reader, 2), ReadFloats(reader, 2)),
                ReadFloats(reader, ModelLayout.Kinds),
                ReadFloats(reader, ModelLayout.Codes));
        }

        return new CodingModel(banks[0], banks[1], networks, decisions);
    }

    private static CodingModel LoadDefault()
    {
        var stream = typeof(CodingModel).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException("The coding model is not embedded in this build.");
        return Read(stream, stays: true);
    }

    private static ReadOnlyMemory<sbyte> ReadRows(Stream stream, bool stays)
    {
        const int Size = ModelLayout.Buckets * ModelLayout.Row;
        if (stays && stream is UnmanagedMemoryStream mapped && mapped.Length - mapped.Position >= Size)
        {
            var rows = new MappedRows(mapped, Size);
            stream.Position += Size;
            return rows.Memory;
        }

        var weights = new sbyte[Size];
        stream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return weights;
    }

    private static void ReadHalves(Stream stream, Span<float> values)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(2 * values.Length);
        stream.ReadExactly(bytes, 0, 2 * values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            // By its bits, five times as fast as the general conversion before the compiler has warmed up.
            uint half = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(2 * i, 2));
            var exponent = half >> 10 & 31;
            values[i] = exponent is 0 or 31
                ? (float)BitConverter.UInt16BitsToHalf((ushort)half)
                : BitConverter.UInt32BitsToSingle((half & 0x8000) << 16 | (exponent + 112) << 23 | (half & 0x3FF) << 13);
        }

        ArrayPool<byte>.Shared.Return(bytes);
    }

    private static void WriteFloats(BinaryWriter writer, float[] values)
    {
        foreach (var v in values) writer.Write(v);
    }

    private static float[] ReadFloats(BinaryReader reader, int count)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++) values[i] = reader.ReadSingle();
        return values;
    }
}
