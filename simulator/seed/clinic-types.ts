import { cell, rows } from './rows.ts';

/** What a kind of clinic treats, wants beforehand and turns away. */
export interface ClinicType {
  specialty: string;
  code: string;
  display: string;
  conditions: string;
  investigations: string;
  exclusions: string;
  alert: string;
}

/** Specialty code → display, with the day each stopped being used, if it did. */
export const specialties = rows(`
  2WW|2 Week Wait|
  ADULT_MENTAL_ILLNESS|Adult Mental Illness|2008-05-09
  AUDIOLOGICAL_MEDICINE|Audiological Medicine|2008-05-09
  CARDIOLOGY|Cardiology|
  DERMATOLOGY|Dermatology|
  DIABETIC_MEDICINE|Diabetic Medicine|
  EAR_NOSE_THROAT|Ear, Nose & Throat|
  ENDOCRINOLOGY_AND_METABOLIC_MEDICINE|Endocrinology and Metabolic Medicine|
  GERIATRIC_MEDICINE|Geriatric Medicine|
  GI_AND_LIVER_MEDICINE_AND_SURGERY|GI and Liver (Medicine and Surgery)|
  GYNAECOLOGY|Gynaecology|
  NEUROLOGY|Neurology|
  OPHTHALMOLOGY|Ophthalmology|
  ORTHOPAEDICS|Orthopaedics|
  RADIOLOGY|Radiology|2009-01-30
  RESPIRATORY_MEDICINE|Respiratory Medicine|
  RHEUMATOLOGY|Rheumatology|
  SLEEP_MEDICINE|Sleep Medicine|
  UROLOGY|Urology|
`).map((row) => ({ code: cell(row, 0), display: cell(row, 1), effectiveTo: cell(row, 2) }));

/** Clinic types no longer in use: shown by A004 with an end date, never searched for. */
export const expiredClinicTypes = rows(`
  CARDIOLOGY|ACUTE_ACCESS_CARDIOLOGY|Acute Access Cardiology|2009-01-30
  CARDIOLOGY|GENERAL_ADULT_1|General Adult|2009-01-30
  ADULT_MENTAL_ILLNESS|GENERAL_ADULT_MENTAL_ILLNESS|General Adult Mental Illness|2008-05-09
  AUDIOLOGICAL_MEDICINE|GENERAL_ADULT_AUDIOLOGICAL_MEDICINE|General Adult Audiological Medicine|2008-05-09
  DERMATOLOGY|SKIN_LYMPHOMA|Skin Lymphoma|2009-01-30
  RADIOLOGY|GENERAL_RADIOLOGY|General Radiology|2009-01-30
  SLEEP_MEDICINE|GENERAL_SLEEP_STUDIES|General Sleep Studies|2009-01-30
`).map((row) => ({
  specialty: cell(row, 0),
  code: cell(row, 1),
  display: cell(row, 2),
  effectiveTo: cell(row, 3),
}));

/** Specialty, code, display, conditions, investigations, exclusions, alert. */
export const clinicTypes: readonly ClinicType[] = rows(`
  CARDIOLOGY|ARRHYTHMIA|Arrhythmia|Palpitations, atrial fibrillation, SVT, ectopic beats|12-lead ECG within 6 weeks, FBC, U&E, TFT|Blackout during exercise: send to the emergency department the same day|Attach the 12-lead ECG. Referrals without an ECG tracing are returned.
  CARDIOLOGY|HEART_FAILURE|Heart Failure|Suspected or known heart failure, cardiomyopathy|NT-proBNP, ECG, U&E, FBC|Acute pulmonary oedema|NT-proBNP above 2000 ng/L: choose Urgent.
  CARDIOLOGY|ISCHAEMIC_HEART_DISEASE|Ischaemic Heart Disease|Stable angina, review after stent or bypass|ECG, lipids, HbA1c, FBC|Chest pain at rest|
  CARDIOLOGY|VALVE_DISORDERS|Valve Disorders|Murmur, known valve disease, replaced valve|ECG, echo report if there is one|Suspected endocarditis|
  CARDIOLOGY|HYPERTENSION_1|Hypertension|Resistant or secondary high blood pressure|Ambulatory or home readings, U&E, urine ACR|Accelerated hypertension with retinal haemorrhage|
  CARDIOLOGY|RAPID_ACCESS_CHEST_PAIN_INC_EXERCISE_ECG|Rapid Access Chest Pain|Recent chest pain that may be angina|12-lead ECG, lipids, HbA1c, FBC|Pain within 24 hours: send to the emergency department|Clinic runs within 10 days. Tell the patient to keep the phone at hand.
  CARDIOLOGY|LIPID_MANAGEMENT|Lipid Management|Familial hypercholesterolaemia, statin intolerance|Two fasting lipid profiles, TFT, LFT|Triglycerides over 20 mmol/L with abdominal pain|
  DERMATOLOGY|ACNE|Acne|Scarring or nodular acne, acne that resists two treatments|Photographs|Under 12 years|
  DERMATOLOGY|ECZEMA_AND_DERMATITIS|Eczema and Dermatitis|Eczema not settled by potent steroid, contact dermatitis|Skin swab if infected|Eczema herpeticum: phone the on-call team|
  DERMATOLOGY|PSORIASIS|Psoriasis|Plaque, scalp and nail psoriasis|PASI or body area, lipids, LFT|Erythrodermic or pustular flare|Say which topical treatments were tried and for how long.
  DERMATOLOGY|NAILS|Nails|Nail dystrophy, unclear nail change|Nail clippings for mycology|Routine nail care|
  DERMATOLOGY|SKIN_SURGERY_FOR_BENIGN_SKIN_LESIONS|Skin Surgery for Benign Skin Lesions|Cysts and benign lesions that meet local criteria|Photograph with a scale|Cosmetic removal|Funding approval number must be in the letter.
  DIABETIC_MEDICINE|TYPE_1_DIABETES|Type 1 Diabetes|Type 1 diabetes, pump and sensor review|HbA1c, U&E, urine ACR|Ketoacidosis|
  DIABETIC_MEDICINE|GENERAL_DIABETIC_MANAGEMENT|General Diabetic Management|Type 2 diabetes above target on three agents|HbA1c within 3 months, U&E, lipids, urine ACR|New diagnosis without first-line treatment|
  DIABETIC_MEDICINE|PODIATRY_AND_FOOT|Podiatry and Foot|Foot ulcer history, neuropathy, Charcot foot|Foot pulses, HbA1c|Spreading infection: admit the same day|Active ulcers are seen within 1 working day: phone as well.
  DIABETIC_MEDICINE|PREGNANCY_AND_MATERNAL|Pregnancy and Maternal|Diabetes before and during pregnancy|HbA1c, booking bloods|Not pregnant and not planning|
  DIABETIC_MEDICINE|RENAL_DIABETES_1|Renal Diabetes|Diabetes with falling eGFR|Two eGFR results 3 months apart, urine ACR|Acute kidney injury|
  EAR_NOSE_THROAT|EAR|Ear|Hearing loss, discharge, perforation|Audiogram if there is one|Sudden hearing loss: phone the on-call team|
  EAR_NOSE_THROAT|NOSE_SINUS|Nose / Sinus|Polyps, blocked nose, chronic sinusitis|None|One-sided bloody discharge: use 2 Week Wait|
  EAR_NOSE_THROAT|THROAT_INCL_VOICE_SWALLOWING|Throat (incl Voice / Swallowing)|Voice change, recurrent tonsillitis|None|Hoarseness over 3 weeks aged 45 and over: use 2 Week Wait|
  EAR_NOSE_THROAT|TINNITUS|Tinnitus|Bothersome tinnitus|Audiogram|Pulsatile tinnitus with a new headache|
  EAR_NOSE_THROAT|BALANCE_DIZZINESS|Balance / Dizziness|Vertigo, imbalance|Dix-Hallpike result, lying and standing blood pressure|Acute vertigo with focal signs|
  ENDOCRINOLOGY_AND_METABOLIC_MEDICINE|THYROID_PARATHYROID_2|Thyroid / Parathyroid|Overactive thyroid, nodules, raised calcium|TFT, thyroid antibodies, calcium, PTH|Thyroid storm|
  ENDOCRINOLOGY_AND_METABOLIC_MEDICINE|PITUITARY_HYPOTHALAMIC|Pituitary & Hypothalamic|Raised prolactin, acromegaly, hypopituitarism|Prolactin, 9 am cortisol, TFT, IGF-1|Sudden headache with visual loss|
  ENDOCRINOLOGY_AND_METABOLIC_MEDICINE|ADRENAL_DISORDERS|Adrenal Disorders|Adrenal nodules, Addison's disease, Conn's|U&E, renin and aldosterone, 9 am cortisol|Adrenal crisis|
  ENDOCRINOLOGY_AND_METABOLIC_MEDICINE|METABOLIC_BONE_DISORDERS|Metabolic Bone Disorders|Low vitamin D that resists treatment, Paget's disease|Bone profile, vitamin D, PTH|Acute fracture|
  ENDOCRINOLOGY_AND_METABOLIC_MEDICINE|GYNAECOLOGICAL_ENDOCRINOLOGY|Gynaecological Endocrinology|Absent periods, hirsutism, premature ovarian insufficiency|FSH, LH, testosterone, prolactin|Pregnancy|
  GERIATRIC_MEDICINE|FALLS|Falls|Two or more falls in a year, unsteadiness|Lying and standing blood pressure, ECG, FBC, U&E|Head injury on anticoagulant within 24 hours|
  GERIATRIC_MEDICINE|COGNITIVE_DISORDERS_1|Cognitive Disorders|Memory loss, suspected dementia|Dementia blood screen, cognitive score|Acute confusion|A relative or friend should come with the patient.
  GERIATRIC_MEDICINE|MOVEMENT_DISORDERS_1|Movement Disorders|Tremor, slowness, parkinsonism over 65|Medication list|Acute immobility|
  GERIATRIC_MEDICINE|STROKE_NOT_TIA_1|Stroke (not TIA)|Review after stroke|Discharge summary|New symptoms: 999|
  GERIATRIC_MEDICINE|METABOLIC_BONE_DISEASES|Metabolic Bone Diseases|Fragility fracture over 75|Bone profile, vitamin D|Acute fracture|
  GI_AND_LIVER_MEDICINE_AND_SURGERY|UPPER_GI_INCL_DYSPEPSIA|Upper GI incl Dyspepsia|Reflux, dyspepsia, coeliac disease|H. pylori test, FBC, tTG|Dysphagia: use 2 Week Wait|
  GI_AND_LIVER_MEDICINE_AND_SURGERY|LOWER_GI_MEDICAL_EXCL_IBD|Lower GI (medical) excl IBD|Change of bowel habit under 40, chronic diarrhoea, constipation|FIT, calprotectin, FBC, CRP, tTG|FIT 10 or more: use 2 Week Wait|FIT result must be in the letter.
  GI_AND_LIVER_MEDICINE_AND_SURGERY|INFLAMMATORY_BOWEL_DISEASE_IBD|Inflammatory Bowel Disease (IBD)|New or known Crohn's disease or ulcerative colitis|Calprotectin, FBC, CRP, stool culture|Severe flare: phone the on-call team|
  GI_AND_LIVER_MEDICINE_AND_SURGERY|HEPATOLOGY|Hepatology|Abnormal liver tests, fatty liver, cirrhosis|Liver screen, ultrasound, FIB-4|Jaundice: same-day assessment|
  GI_AND_LIVER_MEDICINE_AND_SURGERY|GALLSTONES|Gallstones|Biliary colic, stones on ultrasound|Ultrasound, LFT|Acute cholecystitis|
  GYNAECOLOGY|MENSTRUAL_DISORDERS|Menstrual Disorders|Heavy or irregular bleeding|FBC, pelvic ultrasound, smear date|Bleeding after menopause|
  GYNAECOLOGY|MENOPAUSE|Menopause|Complex menopause, early menopause|Blood pressure, smear and mammogram dates|Undiagnosed bleeding|
  GYNAECOLOGY|PELVIC_PAIN|Pelvic Pain|Chronic pelvic pain, endometriosis|Ultrasound, chlamydia test|Acute abdomen|
  GYNAECOLOGY|INFERTILITY|Infertility|No pregnancy after 12 months|Day 21 progesterone, semen analysis, rubella|Earlier private treatment cycle in progress|
  GYNAECOLOGY|UROGYNAECOLOGY_PROLAPSE|Urogynaecology / Prolapse|Prolapse, stress and urge incontinence|Bladder diary, urine culture|Acute retention|
  NEUROLOGY|HEADACHE|Headache|Migraine, chronic daily headache|Headache diary|Thunderclap headache: 999|
  NEUROLOGY|EPILEPSY|Epilepsy|Known epilepsy, change in seizures|Drug levels if relevant|First seizure: use the first-seizure pathway|Tell the patient not to drive and record that you did.
  NEUROLOGY|PARKINSONS_MOVEMENT_DISORDERS|Parkinsons / Movement Disorders|Tremor, parkinsonism, dystonia|TFT, medication list|Acute deterioration|Do not start treatment before the appointment.
  NEUROLOGY|NEUROMUSCULAR|Neuromuscular|Neuropathy, myopathy, myasthenia|B12, HbA1c, CK, electrophoresis|Breathing or swallowing weakness|
  NEUROLOGY|NEUROINFLAMMATION_MULTIPLE_SCLEROSIS|Neuroinflammation / Multiple Sclerosis|Suspected or known MS, optic neuritis follow-up|B12, inflammatory markers|Acute cord syndrome|
  OPHTHALMOLOGY|CATARACT|Cataract|Cataract that limits daily life|Optometrist report within 3 months|Sudden loss of vision|Optometrist report needed.
  OPHTHALMOLOGY|GLAUCOMA|Glaucoma|Raised pressure, suspicious discs|Pressures, fields, disc photographs|Acute angle closure|
  OPHTHALMOLOGY|EXTERNAL_EYE_DISEASE|External Eye Disease|Dry eye, blepharitis, pterygium|None|Red painful eye with reduced vision|
  OPHTHALMOLOGY|LOW_VISION|Low Vision|Sight loss that glasses do not correct|Optometrist report|None|
  OPHTHALMOLOGY|DIABETIC_MEDICAL_RETINA|Diabetic / Medical Retina|Diabetic macular changes|Screening photographs, HbA1c|Vitreous haemorrhage|
  ORTHOPAEDICS|HIP|Hip|Hip arthritis, hip pain after conservative care|Weight-bearing X-ray within 6 months|Suspected fracture|
  ORTHOPAEDICS|KNEE|Knee|Knee arthritis, meniscal symptoms|Weight-bearing X-ray within 6 months|Locked knee: phone the fracture clinic|
  ORTHOPAEDICS|SHOULDER_AND_ELBOW|Shoulder and Elbow|Rotator cuff, frozen shoulder, tennis elbow|X-ray|Dislocation|
  ORTHOPAEDICS|HAND_AND_WRIST|Hand and Wrist|Carpal tunnel, trigger finger, Dupuytren's|Nerve conduction if there is doubt|Infection of a hand|
  ORTHOPAEDICS|FOOT_AND_ANKLE|Foot and Ankle|Bunion, ankle arthritis, tendon problems|Weight-bearing X-ray|Diabetic foot ulcer|BMI and smoking status must be in the letter.
  RESPIRATORY_MEDICINE|ASTHMA|Asthma|Difficult or uncertain asthma|Spirometry, peak flow diary, FeNO|Life-threatening attack|
  RESPIRATORY_MEDICINE|COPD|COPD|Diagnosis in doubt, oxygen assessment, frequent flares|Spirometry, chest X-ray|Saturation under 88 % new|
  RESPIRATORY_MEDICINE|INTERSTITIAL_LUNG_DISEASE|Interstitial Lung Disease|Fine crackles, fibrosis on imaging|Chest X-ray, autoimmune screen, lung function|Haemoptysis: use 2 Week Wait|
  RESPIRATORY_MEDICINE|OCCUPATIONAL_LUNG_DISEASE|Occupational Lung Disease|Work-related symptoms, asbestos exposure|Chest X-ray, spirometry|None|
  RESPIRATORY_MEDICINE|CYSTIC_FIBROSIS|Cystic Fibrosis|Known or suspected cystic fibrosis in adults|Sweat test or genotype if done|Acute flare|
  RHEUMATOLOGY|INFLAMMATORY_ARTHRITIS|Inflammatory Arthritis|Swollen joints, suspected rheumatoid or psoriatic arthritis|CRP, RF, anti-CCP, FBC|Hot single joint: same day|Refer within 3 working days of first suspicion.
  RHEUMATOLOGY|BONE_OSTEOPOROSIS|Bone / Osteoporosis|Fragility fracture, treatment failure|DEXA, bone profile, vitamin D|Acute fracture|
  RHEUMATOLOGY|MUSCULOSKELETAL_2|Musculoskeletal|Polymyalgia in doubt, fibromyalgia, soft tissue pain|ESR, CRP, CK, TFT|Giant cell arteritis: phone the same day|
  RHEUMATOLOGY|SPINAL_DISORDERS|Spinal Disorders|Inflammatory back pain|CRP, HLA-B27|Cauda equina signs|
  RHEUMATOLOGY|OTHER_AUTOIMMUNE_RHEUMATIC_DISEASE|Other Autoimmune Rheumatic Disease|Lupus, scleroderma, vasculitis|ANA, dsDNA, complement, urine dip|Organ-threatening disease|
  SLEEP_MEDICINE|SLEEP_APNOEA_SLEEP_DISORDERED_BREATHING|Sleep Apnoea/Sleep Disordered Breathing|Snoring with daytime sleepiness|Epworth score, BMI, neck size|None|Say in the letter whether the patient drives for work.
  SLEEP_MEDICINE|INSOMNIA|Insomnia|Insomnia after sleep hygiene and therapy|Sleep diary of 2 weeks|Untreated depression|
  SLEEP_MEDICINE|EXCESSIVE_INTRUSIVE_SLEEPINESS|Excessive / Intrusive Sleepiness|Narcolepsy, idiopathic hypersomnia|Epworth score, sleep diary|None|
  SLEEP_MEDICINE|PARASOMNIA_AND_OTHER_SLEEP_DISORDERS|Parasomnia and Other Sleep Disorders|Night terrors, restless legs|Ferritin|None|
  UROLOGY|PROSTATE|Prostate|Lower urinary tract symptoms in men|PSA, U&E, symptom score, urine dip|Acute retention|
  UROLOGY|URINARY_CALCULUS|Urinary Calculus|Kidney or ureteric stones|CT or ultrasound, U&E, urate|Fever with a stone: 999|
  UROLOGY|HAEMATURIA_NOT_2WW|Haematuria (not 2WW)|Non-visible haematuria under 60|Two urine dips, U&E, blood pressure|Visible haematuria: use 2 Week Wait|
  UROLOGY|VASECTOMY|Vasectomy|Request for vasectomy|Consent discussion recorded|None|
  UROLOGY|IN_CONTINENCE|(In)continence|Bladder leakage in men and women|Bladder diary, urine culture|Acute retention|
  2WW|2WW_SKIN|2WW Skin|Suspected melanoma or squamous cell carcinoma|Photograph with a scale|Basal cell carcinoma: use Dermatology|
  2WW|2WW_LOWER_GI|2WW Lower GI|FIT 10 or more, rectal mass|FIT, FBC, ferritin, U&E|None|FIT result must be in the letter.
  2WW|2WW_LUNG|2WW Lung|Abnormal chest X-ray, haemoptysis over 40|Chest X-ray, FBC, U&E, clotting|None|
`).map((row) => ({
  specialty: cell(row, 0),
  code: cell(row, 1),
  display: cell(row, 2),
  conditions: cell(row, 3),
  investigations: cell(row, 4),
  exclusions: cell(row, 5),
  alert: cell(row, 6),
}));
